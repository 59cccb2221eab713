package org.pchat.document;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** Draws stacks side by side as inline SVG, all to one scale. */
final class HtmlChart {
  private static final int HEIGHT = 120;
  private static final int WIDTH = 900;

  private final Writer out;
  private final HtmlDiagram.Escaping escaping;

  HtmlChart(Writer out, HtmlDiagram.Escaping escaping) {
    this.out = out;
    this.escaping = escaping;
  }

  void draw(List<HtmlReport.Stack> stacks, String words) throws IOException {
    long most = 1;
    for (HtmlReport.Stack stack : stacks) {
      most = Math.max(most, stack.parts().stream().mapToLong(HtmlReport.Stretch::length).sum());
    }
    out.write(
        "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\"><title>".formatted(WIDTH, HEIGHT));
    escaping.write(words);
    out.write("</title>\n");
    double pitch = Math.min(60, (double) WIDTH / Math.max(1, stacks.size()));
    for (int i = 0; i < stacks.size(); i++) {
      draw(stacks.get(i), most, i * pitch, Math.max(1, pitch - Math.min(4, pitch / 4)));
    }
    out.write("</svg>\n");
  }

  private void draw(HtmlReport.Stack stack, long most, double x, double width) throws IOException {
    out.write("<g><title>");
    escaping.write(stack.words());
    out.write("</title>");
    if (stack.parts().isEmpty()) {
      rect("blank", x, 0, width, HEIGHT);
    }
    double y = HEIGHT;
    for (HtmlReport.Stretch part : stack.parts()) {
      if (part.length() > 0) {
        double height = Math.max(2, (double) HEIGHT * part.length() / most);
        y = Math.max(0, y - height);
        rect(HtmlElement.requireToken(part.style()), x, y, width, height);
      }
    }
    out.write("</g>\n");
  }

  private void rect(String style, double x, double y, double width, double height)
      throws IOException {
    out.write(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
            style,
            x,
            y,
            width,
            height));
  }
}
