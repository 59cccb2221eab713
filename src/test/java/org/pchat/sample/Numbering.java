package org.pchat.sample;

/** The chat ids of a room: ascending, with gaps where messages were removed long ago. */
final class Numbering {
  private static final long RUN = 57;

  private Numbering() {}

  /** Returns the id of the message at {@code position}, counted from 0. */
  static long id(long position) {
    return position + 1 + position / RUN;
  }

  /** Returns the last id given out in a room, which the removal of messages never lowers. */
  static long last(int room, long messages) {
    return messages == 0 ? 0 : id(messages - 1) + room % 4;
  }
}
