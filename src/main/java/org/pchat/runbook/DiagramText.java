package org.pchat.runbook;

import java.util.ArrayList;
import java.util.List;

/** Draws a diagram in lines of text. */
final class DiagramText {
  private DiagramText() {}

  /** Returns the lines: a heading for each site and a line for each box below. */
  static List<String> lines(Diagram diagram) {
    List<String> lines = new ArrayList<>();
    diagram
        .columns()
        .forEach(
            (site, boxes) -> {
              lines.add("+-- " + site);
              boxes.forEach(box -> lines.add("|   " + line(box)));
            });
    lines.add("+--");
    return lines;
  }

  private static String line(Diagram.Box box) {
    String sign =
        switch (box.style()) {
          case "gone" -> "x ";
          case "new" -> "> ";
          default -> "  ";
        };
    String part = box.part().isEmpty() ? "" : " (" + box.part() + ")";
    return "%s%-10s%s%s".formatted(sign, box.kind(), box.name(), part);
  }
}
