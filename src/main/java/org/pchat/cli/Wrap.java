package org.pchat.cli;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines that fit, at blanks where there are any. */
final class Wrap {
  private Wrap() {}

  /**
   * Returns the lines of {@code text}, each at most {@code width} columns wide; at least one line.
   */
  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String line : text.replace("\t", "    ").split("\n", -1)) {
      wrap(line, width, lines);
    }
    return lines;
  }

  private static void wrap(String line, int width, List<String> lines) {
    int start = 0;
    int blank = -1;
    int used = 0;
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      used += Width.of(c);
      if (used > width && i > start) {
        int end = blank > start ? blank : i;
        lines.add(line.substring(start, end));
        start = blank > start ? blank + 1 : i;
        blank = -1;
        used = Width.of(line.substring(start, i)) + Width.of(c);
      }
      if (c == ' ') {
        blank = i;
      }
      i += Character.charCount(c);
    }
    lines.add(line.substring(start));
  }
}
