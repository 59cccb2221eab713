package org.pchat.specimen;

import java.util.Locale;
import java.util.Set;

/** One way through a text that is no rich text, piece by piece. */
final class TextScan {
  private static final String STORY = "[STORY]";
  private static final int ESCAPE = "_xHHHH_".length();
  private static final int FIRST_GROUP = 8;
  private static final int GUID = 36;
  private static final int BARE_GUID = 32;
  private static final int LONGEST_KEPT = "filelink".length();
  private static final String OUR_SCHEMES = "ma";
  private static final Set<String> SCHEMES =
      Set.of(
          "sip", "sips", "http", "https", "ftp", "ftps", "mailto", "file", "ldap", "ldaps", "urn",
          "tel");
  private static final Set<String> OUR_OTHER_PARTS = Set.of("chan", "cat", "grp", "filelink");
  private static final Set<String> NAME_PARTS =
      Set.of("cn", "ou", "dc", "uid", "o", "c", "l", "st");

  private final String text;
  private final Pieces.Visitor visitor;
  private int position;
  private int shown;

  TextScan(String text, Pieces.Visitor visitor) {
    this.text = text;
    this.visitor = visitor;
  }

  void run() {
    while (position < text.length()) {
      if (isWordAt(position)) {
        word();
      } else if (text.startsWith(STORY, position)) {
        position += STORY.length();
      } else if (isEscape()) {
        position += ESCAPE;
      } else {
        position += Character.charCount(text.codePointAt(position));
      }
    }
    showKept();
  }

  private void showKept() {
    if (shown < position) {
      visitor.kept(text.substring(shown, position));
    }
    shown = position;
  }

  private boolean isEscape() {
    int end = position + ESCAPE;
    return text.charAt(position) == '_'
        && end <= text.length()
        && text.charAt(position + 1) == 'x'
        && isHex(position + 2, position + 6)
        && text.charAt(end - 1) == '_';
  }

  /** Takes the run of letters and digits that begins here. */
  private void word() {
    int end = end(position);
    int guid = end - FIRST_GROUP;
    if (guid >= position && isGuid(guid)) {
      showKept();
      if (guid > position) {
        visitor.word(text.substring(position, guid));
      }
      show(guid + GUID, guid, true);
    } else if (end - position == BARE_GUID && isHex(position, end) && !isInRun()) {
      showKept();
      show(end, position, true);
    } else if (keptEnd(end) >= 0) {
      position = keptEnd(end);
    } else {
      showKept();
      show(end, position, false);
    }
  }

  private void show(int end, int from, boolean guid) {
    String piece = text.substring(from, end);
    if (guid) {
      visitor.guid(piece);
    } else {
      visitor.word(piece);
    }
    position = end;
    shown = end;
  }

  /** Returns whether this is the rest of a run that began with a GUID. */
  private boolean isInRun() {
    return position > 0 && isWord(text.codePointBefore(position));
  }

  /** Returns the end of a scheme or the key of a distinguished name; -1 if here is none. */
  private int keptEnd(int end) {
    if (isInRun() || end - position > LONGEST_KEPT || end >= text.length()) {
      return -1;
    }
    String run = text.substring(position, end).toLowerCase(Locale.ROOT);
    char next = text.charAt(end);
    if ((next == ':' && SCHEMES.contains(run)) || (next == '=' && NAME_PARTS.contains(run))) {
      return end;
    }
    if (next == '-' && run.equals(OUR_SCHEMES) && end + 1 < text.length() && isWordAt(end + 1)) {
      int last = end(end + 1);
      boolean ours =
          last < text.length()
              && text.charAt(last) == ':'
              && OUR_OTHER_PARTS.contains(text.substring(end + 1, last).toLowerCase(Locale.ROOT));
      return ours ? last : -1;
    }
    return -1;
  }

  private int end(int from) {
    int end = from;
    while (end < text.length() && isWordAt(end)) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private boolean isGuid(int from) {
    if (from + GUID > text.length() || text.charAt(from + FIRST_GROUP) != '-') {
      return false;
    }
    for (int i = 0; i < GUID; i++) {
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      if (hyphen ? text.charAt(from + i) != '-' : !isHex(from + i, from + i + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean isHex(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
      if (!hex) {
        return false;
      }
    }
    return true;
  }

  private boolean isWordAt(int index) {
    return isWord(text.codePointAt(index));
  }

  private static boolean isWord(int c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> false;
    };
  }
}
