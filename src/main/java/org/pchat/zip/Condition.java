package org.pchat.zip;

/** How far the bytes of an entry can be trusted that was found in a {@link Wreck}. */
public enum Condition {
  /** They are there to the end, and no checksum contradicts them. */
  SOUND,
  /** The file ends inside them; what is there is their beginning, which no checksum proves. */
  CUT,
  /** They break off, or their checksum contradicts them; nobody knows which of them are wrong. */
  DOUBTFUL,
  /** They are encrypted, or packed by a method that is not read. */
  UNREADABLE
}
