package org.pchat.infer;

import java.util.List;
import org.pchat.layout.Descriptor;
import org.pchat.problem.InferenceProblem;
import org.pchat.problem.Problem;

/**
 * A layout that was inferred, and why.
 *
 * @param descriptor the layout; the notes of its fields are their evidence
 * @param findings what each field was found to be, in the order of the descriptor
 * @param leftOut what was seen and not understood, for people: element and place names only
 * @param records how many elements are records by it
 */
public record Inferred(
    Descriptor descriptor, List<Finding> findings, List<String> leftOut, long records) {
  /** What refusals call nothing. */
  static final String NOTHING = "nothing";

  /** Copies the lists. */
  public Inferred {
    findings = List.copyOf(findings);
    leftOut = List.copyOf(leftOut);
  }

  /** Returns whether a refusal says that nothing of an export was recognised. */
  public static boolean isStranger(Problem refusal) {
    return refusal.code() == InferenceProblem.MISSING && refusal.arguments().get(1).equals(NOTHING);
  }

  /**
   * One field.
   *
   * @param kind the kind of record, in the model's word
   * @param element the entry and element that is the record
   * @param field the field
   * @param place where it stands, as a descriptor says it
   * @param confidence how sure it is, 0 to 1
   * @param evidence what speaks for it
   */
  public record Finding(
      String kind,
      String element,
      String field,
      String place,
      double confidence,
      String evidence) {}
}
