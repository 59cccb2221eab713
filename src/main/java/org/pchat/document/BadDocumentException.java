package org.pchat.document;

/** A document does not say what it has to say, or says something that nobody knows. */
public final class BadDocumentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String place;
  private final String reason;

  BadDocumentException(String place, String reason) {
    super(place + ": " + reason);
    this.place = place;
    this.reason = reason;
  }

  /** Returns the names and numbers of the elements on the way to the fault: "record 2 field 1". */
  public String place() {
    return place;
  }

  /** Returns what is wrong there. */
  public String reason() {
    return reason;
  }
}
