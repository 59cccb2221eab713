package org.pchat.layout;

import java.util.function.LongSupplier;

/** Comments and processing instructions, which say nothing to any layout. */
final class Asides {
  private final LongSupplier comments;
  private final LongSupplier instructions;
  private long commentsCounted;
  private long instructionsCounted;

  /** Counts what these two met so far in all. */
  Asides(LongSupplier comments, LongSupplier instructions) {
    this.comments = comments;
    this.instructions = instructions;
  }

  /** Returns whether anything was met since {@link #addTo} was called. */
  boolean areNew() {
    return comments.getAsLong() > commentsCounted || instructions.getAsLong() > instructionsCounted;
  }

  /** Adds what was met since the last call, by the names that XPath has for it. */
  void addTo(UnknownNames names) {
    long newComments = comments.getAsLong() - commentsCounted;
    if (newComments > 0) {
      names.count("comment()", newComments);
      commentsCounted += newComments;
    }
    long newInstructions = instructions.getAsLong() - instructionsCounted;
    if (newInstructions > 0) {
      names.count("processing-instruction()", newInstructions);
      instructionsCounted += newInstructions;
    }
  }
}
