package org.pchat.select;

/** The user asked for a part of a source in a way that cannot be followed; the message says why. */
public sealed class SelectionException extends RuntimeException permits UnknownNameException {
  private static final long serialVersionUID = 1L;

  /** Refuses with a sentence for the user. */
  public SelectionException(String message) {
    super(message);
  }
}
