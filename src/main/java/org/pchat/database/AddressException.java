package org.pchat.database;

/** What the user typed is no address of a database that can be opened. A mistake of usage. */
public final class AddressException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong and what to write; never repeats an address that holds a password. */
  AddressException(String message) {
    super(message);
  }
}
