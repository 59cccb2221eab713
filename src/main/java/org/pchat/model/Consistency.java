package org.pchat.model;

/** How it was made sure that what is read of a source belongs to one moment. */
public enum Consistency implements Spelled {
  /** Nobody writes to the source while it is read: a file. */
  AT_REST("at-rest"),
  /** The database shows one state of itself to the end, whatever others write meanwhile. */
  SNAPSHOT("snapshot"),
  /**
   * Others write meanwhile. The last message of each room was noted first, and nothing beyond it is
   * read; what messages refer to was read after that. Changes to rooms and permissions that were
   * made during the reading may be seen in one place and not in another.
   */
  BOUNDED("bounded");

  private final String word;

  Consistency(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
