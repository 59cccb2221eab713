package org.pchat.infer;

import java.util.Locale;

/** What a value looks like. One value may have several shapes: {@code 1} is a number and a flag. */
enum Shape {
  /** A GUID, plain, braced or in parentheses, in either case. */
  GUID(0),
  /** A text with one GUID in it, such as a room's address. */
  WITH_GUID(1),
  /** A whole number of 64 bits. */
  INTEGER(2),
  /** A number in the range of .NET ticks of the years 1900 to 2100. */
  TICKS(3),
  /** A number in the range of Unix seconds of the years 1995 to 2040. */
  UNIX_SECONDS(4),
  /** A number in the range of Unix milliseconds of the same years. */
  UNIX_MILLIS(5),
  /** An ISO 8601 date and time with an offset. */
  ISO_ZONED(6),
  /** An ISO 8601 date and time without an offset. */
  ISO_LOCAL(7),
  /** Another date, such as {@code 14.01.2019 02:00}, which is not read. */
  OTHER_DATE(8),
  /** A truth value in a spelling that says which is which: true, false, yes, no, 1, 0. */
  FLAG(9),
  /** An address of a user, {@code sip:}. */
  SIP(10),
  /** An address of a group, {@code ma-grp:}. */
  GROUP_URI(11),
  /** An address of a room, {@code ma-chan:}. */
  ROOM_URI(12),
  /** An address of a category, {@code ma-cat:}. */
  CATEGORY_URI(13),
  /** A web address. */
  URL(14),
  /** An e-mail address, or a user's address without its scheme. */
  EMAIL(15),
  /** A distinguished name of a directory. */
  DISTINGUISHED_NAME(16),
  /** Rich text. */
  RTF(17),
  /** A text of several words. */
  WORDS(18),
  /** A text of five words or more. */
  PROSE(19),
  /** Bytes in Base64, four characters or more. */
  BASE64(20);

  private final int index;

  Shape(int index) {
    this.index = index;
  }

  /** Returns this shape in a set of shapes. */
  int bit() {
    return 1 << index;
  }

  /** Returns the position of its bit. */
  int index() {
    return index;
  }

  /** Returns the word for it, for evidence. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
