package org.pchat.layout;

import org.jspecify.annotations.Nullable;
import org.pchat.xml.XString;

/** How texts spell characters that XML cannot hold. */
public enum Escapes {
  /** Not at all. */
  NONE(null),
  /** As {@code _xHHHH_}, which stands for a character wherever it is. */
  XSTRING("xstring"),
  /**
   * As {@code _xHHHH_}, which stands for itself where XML can hold the character: {@code
   * Shared_x0020_Documents} is what somebody wrote.
   */
  FORBIDDEN("forbidden");

  private final @Nullable String word;

  Escapes(@Nullable String word) {
    this.word = word;
  }

  /** Returns the word for it in a descriptor; null for none. */
  @Nullable String word() {
    return word;
  }

  /**
   * Returns what a descriptor says.
   *
   * @throws IllegalArgumentException if it is no such word
   */
  static Escapes of(@Nullable String word) {
    for (Escapes escapes : values()) {
      if (word == null ? escapes.word == null : word.equals(escapes.word)) {
        return escapes;
      }
    }
    throw new IllegalArgumentException(
        "escapes can only be " + XSTRING.word + " or " + FORBIDDEN.word);
  }

  /** Returns the text that a spelling stands for. */
  String read(String spelled) {
    return switch (this) {
      case NONE -> spelled;
      case XSTRING -> XString.unescape(spelled);
      case FORBIDDEN -> XString.unescapeForbidden(spelled);
    };
  }
}
