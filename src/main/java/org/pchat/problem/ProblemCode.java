package org.pchat.problem;

/**
 * A kind of problem: its stable id, how much it matters, and how it is worded.
 *
 * <p>Each part of the format has an enum of its own. Ids ({@code ZIP-003}) are never used again for
 * another meaning.
 */
public interface ProblemCode {
  /**
   * What a kind of problem is.
   *
   * @param id the stable id: a prefix for the part of the format, a dash, three digits
   * @param severity the severity that it has unless a job says otherwise
   * @param wording what is wrong and why, as the rest of a sentence that began with the place;
   *     {@code %s} stands for the arguments of the {@link Problem}, in order
   * @param advice what the user can do about it: an imperative clause without a full stop
   */
  record Definition(String id, Severity severity, String wording, String advice) {}

  /** Returns what this kind of problem is. */
  Definition definition();

  /** Returns {@link Definition#id}. */
  default String id() {
    return definition().id();
  }

  /** Returns {@link Definition#severity}. */
  default Severity severity() {
    return definition().severity();
  }

  /** Returns {@link Definition#wording}. */
  default String wording() {
    return definition().wording();
  }

  /** Returns {@link Definition#advice}. */
  default String advice() {
    return definition().advice();
  }
}
