package org.pchat.document;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** Draws boxes in columns as inline SVG. Texts that are too long are squeezed, never cut. */
final class HtmlDiagram {
  private static final int WIDTH = 300;
  private static final int GAP = 20;
  private static final int HEIGHT = 44;
  private static final int HEAD = 30;
  private static final int PITCH = HEIGHT + 8;

  /* A letter of the type in which names are set is about so wide. */
  private static final double LETTER = 7.6;

  private final Writer out;
  private final Escaping escaping;

  /** Writes a text so that it is no markup. */
  @FunctionalInterface
  interface Escaping {
    void write(String text) throws IOException;
  }

  HtmlDiagram(Writer out, Escaping escaping) {
    this.out = out;
    this.escaping = escaping;
  }

  void draw(List<HtmlReport.Column> columns, String words) throws IOException {
    int most = columns.stream().mapToInt(column -> column.boxes().size()).max().orElse(0);
    int width = columns.size() * (WIDTH + GAP) + GAP;
    out.write(
        "<svg class=\"diagram\" viewBox=\"0 0 %d %d\" role=\"img\"><title>"
            .formatted(width, HEAD + most * PITCH + GAP));
    escaping.write(words);
    out.write("</title>\n");
    int x = GAP;
    for (HtmlReport.Column column : columns) {
      text(column.heading(), "site", x, 20);
      int y = HEAD;
      for (HtmlReport.Box box : column.boxes()) {
        box(box, x, y);
        y += PITCH;
      }
      x += WIDTH + GAP;
    }
    out.write("</svg>\n");
  }

  private void box(HtmlReport.Box box, int x, int y) throws IOException {
    String style = box.style().isEmpty() ? "box" : HtmlElement.requireToken(box.style());
    out.write(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
            .formatted(style, x, y, WIDTH, HEIGHT));
    text(box.name(), "name", x + 10, y + 18);
    text(box.remark(), "part", x + 10, y + 35);
  }

  private void text(String text, String style, int x, int y) throws IOException {
    int room = WIDTH - 20;
    String squeeze =
        text.length() * LETTER > room
            ? " textLength=\"" + room + "\" lengthAdjust=\"spacingAndGlyphs\""
            : "";
    out.write(
        String.format(
            Locale.ROOT, "<text class=\"%s\" x=\"%d\" y=\"%d\"%s>", style, x, y, squeeze));
    escaping.write(text);
    out.write("</text>\n");
  }
}
