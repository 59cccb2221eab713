package org.pchat.model;

/**
 * How much of a pool an export holds: the levels of {@code Export-CsPersistentChatData}. That they
 * are cumulative is our choice.
 */
public enum Level implements Spelled {
  /** Everything. */
  ALL("All"),
  /** Principals. */
  USER("User"),
  /** Principals and categories with their scopes. */
  CATEGORY("Category"),
  /** All but messages. */
  ROOM_DIRECTORY("RoomDirectory"),
  /** Everything, as ALL. */
  CONTENT("Content");

  private final String word;

  Level(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /** Returns the word, as users type it. */
  @Override
  public String toString() {
    return word;
  }

  /** Returns whether an export of this level holds all that one of {@code other} does. */
  public boolean covers(Level other) {
    return depth() >= other.depth();
  }

  private int depth() {
    return switch (this) {
      case USER -> 0;
      case CATEGORY -> 1;
      case ROOM_DIRECTORY -> 2;
      case ALL, CONTENT -> 3;
    };
  }

  /** Returns whether an export of this level holds messages. */
  public boolean hasContent() {
    return this == ALL || this == CONTENT;
  }
}
