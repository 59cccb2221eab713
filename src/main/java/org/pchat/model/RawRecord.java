package org.pchat.model;

import java.nio.charset.Charset;

/**
 * The bytes of one record as they stand in an entry, from the {@code <} of its start tag to the
 * {@code >} of its end tag.
 */
public final class RawRecord {
  private final String entry;
  private final long offset;
  private final byte[] bytes;
  private final Charset encoding;

  /**
   * Wraps the bytes.
   *
   * @param entry the entry's name
   * @param offset where the first byte stands in the unpacked entry, counted from 0
   * @param bytes the bytes; taken over, not copied
   * @param encoding how they spell characters
   */
  public RawRecord(String entry, long offset, byte[] bytes, Charset encoding) {
    this.entry = entry;
    this.offset = offset;
    this.bytes = bytes;
    this.encoding = encoding;
  }

  /** Returns the entry's name. */
  public String entry() {
    return entry;
  }

  /** Returns where the first byte stands in the unpacked entry, counted from 0. */
  public long offset() {
    return offset;
  }

  /** Returns where the byte behind the last stands. */
  public long end() {
    return offset + bytes.length;
  }

  /** Returns the bytes themselves; do not change them. */
  public byte[] bytes() {
    return bytes;
  }

  /** Returns how the bytes spell characters. */
  public Charset encoding() {
    return encoding;
  }

  /** Returns the record as text. */
  public String text() {
    return new String(bytes, encoding);
  }
}
