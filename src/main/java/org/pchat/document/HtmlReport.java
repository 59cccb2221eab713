package org.pchat.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.pchat.document.HtmlElement.Tag;

/**
 * Writes a report as one HTML page that needs nothing else: no script, no picture, no font, no
 * address. It can be sent by mail and opened where there is no network.
 *
 * <p>Text cannot get in but through {@link #text}, {@link #name} and {@link #block}, which escape
 * it and make visible what a reader would not see; so nothing can be forgotten. There is no way to
 * write markup. Elements are closed by the end of their body. Nothing is held: a page may be of any
 * length.
 */
public final class HtmlReport {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  private static final String STYLE = style();

  private final Writer out;

  /** The inside of an element. */
  @FunctionalInterface
  public interface Body {
    /** Writes it. */
    void write() throws IOException;
  }

  /** What of a bar is drawn in one colour: a class of the style sheet and a length. */
  public record Stretch(String style, long length) {}

  /**
   * One of several stacks side by side.
   *
   * @param words what it says, for whoever points at it
   * @param parts from the bottom; empty if nothing is known
   */
  public record Stack(String words, List<Stretch> parts) {
    /** Copies the list. */
    public Stack {
      parts = List.copyOf(parts);
    }
  }

  /** A box of a diagram: a remark, a name that may be foreign, a class of the style sheet or "". */
  public record Box(String remark, String name, String style) {}

  /** A column of a diagram, with a heading that may be foreign. */
  public record Column(String heading, List<Box> boxes) {
    /** Copies. */
    public Column {
      boxes = List.copyOf(boxes);
    }
  }

  private enum Lines {
    /** Line ends are line ends. */
    KEPT,
    /** Line ends are shown, since they could forge a line. */
    SHOWN
  }

  private HtmlReport(Writer out) {
    this.out = out;
  }

  /** What a page consists of. */
  @FunctionalInterface
  public interface Content {
    /** Writes it. */
    void write(HtmlReport page) throws IOException;
  }

  /**
   * Writes a whole page.
   *
   * @param out where to; UTF-8 is stated, so it must be that
   * @param title the title of the window
   */
  public static void write(Writer out, String title, Content content) throws IOException {
    var page = new HtmlReport(out);
    out.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.write("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n");
    out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.write("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.write("<meta name=\"referrer\" content=\"no-referrer\">\n");
    out.write("<link rel=\"icon\" href=\"data:,\">\n<title>");
    page.attribute(title);
    out.write("</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n");
    content.write(page);
    out.write("</body>\n</html>\n");
  }

  private static String style() {
    try (InputStream sheet =
        Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"))) {
      return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** Writes an element with a body. */
  public void element(HtmlElement element, Body body) throws IOException {
    start(element);
    body.write();
    end(element.tag());
  }

  /** Writes an element with a body. */
  public void element(Tag tag, Body body) throws IOException {
    element(HtmlElement.of(tag), body);
  }

  /** Writes an element that holds one line of words. */
  public void element(HtmlElement element, String words) throws IOException {
    element(element, () -> text(words));
  }

  /** Writes an element that holds one line of words. */
  public void element(Tag tag, String words) throws IOException {
    element(HtmlElement.of(tag), words);
  }

  private void start(HtmlElement element) throws IOException {
    out.write('<');
    out.write(element.tag().word());
    for (var attribute : element.attributes().entrySet()) {
      out.write(' ');
      out.write(attribute.getKey());
      out.write("=\"");
      attribute(attribute.getValue());
      out.write('"');
    }
    out.write('>');
  }

  private void end(Tag tag) throws IOException {
    out.write("</" + tag.word() + ">");
    switch (tag) {
      case SPAN, STRONG, SMALL, CODE, DEL, INS, A -> {}
      default -> out.write('\n');
    }
  }

  /** Writes words of this program; what is foreign in them can do no harm and is visible too. */
  public void text(String words) throws IOException {
    foreign(words, Lines.SHOWN);
  }

  /**
   * Writes a name or another foreign line, apart from the direction of the words around it. Line
   * ends in it are made visible.
   */
  public void name(String foreign) throws IOException {
    name(foreign, Integer.MAX_VALUE);
  }

  /**
   * Writes the same.
   *
   * @param most how many UTF-16 units to write at most; what is left out is counted
   */
  public void name(String foreign, int most) throws IOException {
    int length = foreign.length() <= most ? foreign.length() : cut(foreign, most);
    out.write("<bdi>");
    if (foreign.chars().allMatch(c -> c == ' ')) {
      blank(foreign.length());
    } else {
      foreign(foreign.substring(0, length), Lines.SHOWN);
    }
    out.write("</bdi>");
    rest(foreign.length() - length);
  }

  /**
   * Writes a foreign text of several lines, each in its own direction, in a block of its own.
   *
   * @param most how many UTF-16 units to write at most; what is left out is counted
   */
  public void block(String foreign, int most) throws IOException {
    int length = foreign.length() <= most ? foreign.length() : cut(foreign, most);
    out.write("<div class=\"text\" dir=\"auto\">");
    foreign(foreign.substring(0, length), Lines.KEPT);
    out.write("</div>");
    rest(foreign.length() - length);
  }

  /** A name of nothing but blanks must still be something that one can see and point at. */
  private void blank(int length) throws IOException {
    String sign = length == 0 ? "∅" : "␣".repeat(Math.min(length, 8));
    String tip = length == 0 ? "empty" : length + " times U+0020 SPACE";
    element(HtmlElement.of(Tag.SPAN, "unseen").tip(tip), sign);
  }

  private void rest(int length) throws IOException {
    if (length > 0) {
      String words = String.format(Locale.ROOT, "… and %,d more characters", length);
      element(HtmlElement.of(Tag.SMALL, "cut"), words);
    }
  }

  private static int cut(String text, int most) {
    return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }

  /**
   * Draws a bar of stretches, as long as they are together.
   *
   * @param whole the length that fills the whole width
   * @param words what it says, for those who do not see it
   */
  public void bar(List<Stretch> stretches, long whole, String words) throws IOException {
    out.write(
        "<svg class=\"bar\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" role=\"img\">");
    out.write("<title>");
    attribute(words);
    out.write("</title>");
    double at = 0;
    for (Stretch stretch : stretches) {
      if (stretch.length() > 0) {
        double width = Math.max(4, 1000.0 * stretch.length() / Math.max(1, whole));
        out.write(
            String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"0\" width=\"%.1f\" height=\"10\"/>",
                HtmlElement.requireToken(stretch.style()),
                at,
                width));
        at += width;
      }
    }
    out.write("</svg>");
  }

  /**
   * Draws boxes in columns side by side.
   *
   * @param words what the drawing says, for those who do not see it
   */
  public void boxes(List<Column> columns, String words) throws IOException {
    new HtmlDiagram(out, this::attribute).draw(columns, words);
  }

  /**
   * Draws stacks side by side, all to one scale.
   *
   * @param words what the drawing says, for those who do not see it
   */
  public void chart(List<Stack> stacks, String words) throws IOException {
    new HtmlChart(out, this::attribute).draw(stacks, words);
  }

  private void foreign(String text, Lines lines) throws IOException {
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      boolean pair = c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
      if (lines == Lines.KEPT && pair) {
        at++;
        continue;
      }
      if (isPlain(text, at, c, lines)) {
        escaped(c);
      } else {
        marked(c);
      }
      at += Character.charCount(c);
    }
  }

  private static boolean isPlain(String text, int at, int c, Lines lines) {
    boolean line = lines == Lines.KEPT && (c == '\n' || c == '\t');
    boolean selector = c == 0xFE0F || c == 0xFE0E;
    return line || (Legible.isShown(c) && !selector) || Legible.shapes(text, at);
  }

  /** Shows what would not be seen: its number, and its name for whoever points at it. */
  private void marked(int c) throws IOException {
    String sign =
        switch (c) {
          case '\n' -> "↵";
          case '\r' -> "␍";
          case '\t' -> "⇥";
          default -> Legible.number(c);
        };
    out.write("<span class=\"unseen\" title=\"");
    attribute(Legible.named(c));
    out.write("\">" + sign + "</span>");
  }

  /** Writes text where no element can stand. */
  private void attribute(String text) throws IOException {
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      if (isPlain(text, at, c, Lines.SHOWN)) {
        escaped(c);
      } else {
        out.write("[" + Legible.number(c) + "]");
      }
      at += Character.charCount(c);
    }
  }

  private void escaped(int c) throws IOException {
    switch (c) {
      case '&' -> out.write("&amp;");
      case '<' -> out.write("&lt;");
      case '>' -> out.write("&gt;");
      case '"' -> out.write("&quot;");
      case '\'' -> out.write("&#39;");
      default -> out.write(Character.toString(c));
    }
  }

  /** Writes nothing but a space, to part words. */
  public void space() throws IOException {
    out.write(' ');
  }
}
