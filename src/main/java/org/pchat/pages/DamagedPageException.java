package org.pchat.pages;

/** Something in a page cannot be what it should be; the message says what, for a sentence. */
final class DamagedPageException extends Exception {
  private static final long serialVersionUID = 1L;

  DamagedPageException(String why) {
    super(why, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
