package org.pchat.problem;

/**
 * A kind of problem: its stable id, how much it matters, and how it is worded.
 *
 * <p>Each part of the format has an enum of its own. Ids ({@code ZIP-003}) are never used again for
 * another meaning.
 */
public interface ProblemCode {
  /** Returns the stable id: a prefix for the part of the format, a dash, three digits. */
  String id();

  /** Returns the severity that this kind of problem has unless a job says otherwise. */
  Severity severity();

  /**
   * Returns what is wrong and why, as the rest of a sentence that began with the place. {@code %s}
   * stands for the arguments of the {@link Problem}, in order.
   */
  String wording();

  /** Returns what the user can do about it: an imperative clause without a full stop. */
  String advice();
}
