package org.pchat.runbook;

/** Keeps names of the topology from forging lines or hiding in documents of plain text. */
final class Plain {
  private Plain() {}

  /** Returns one line in which controls and formats are replaced by their numbers. */
  static String line(String text) {
    var line = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (isSeen(c)) {
                line.appendCodePoint(c);
              } else {
                line.append("<U+%04X>".formatted(c));
              }
            });
    return line.toString();
  }

  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
