package org.pchat.specimen;

import java.nio.charset.CharsetEncoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as it stands between tags or quotes, and what it says. */
final class MarkupText {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(lt|gt|amp|quot|apos));");

  private MarkupText() {}

  /** Returns what markup says. */
  static String plain(String markup) {
    if (markup.indexOf('&') < 0) {
      return markup;
    }
    var plain = new StringBuilder(markup.length());
    Matcher matcher = REFERENCE.matcher(markup);
    int done = 0;
    while (matcher.find()) {
      plain.append(markup, done, matcher.start());
      done = matcher.end();
      plain.appendCodePoint(character(matcher));
    }
    return plain.append(markup, done, markup.length()).toString();
  }

  private static int character(Matcher reference) {
    if (reference.group(1) != null) {
      return Integer.parseInt(reference.group(1), 16);
    }
    if (reference.group(2) != null) {
      return Integer.parseInt(reference.group(2));
    }
    return switch (reference.group(3)) {
      case "lt" -> '<';
      case "gt" -> '>';
      case "amp" -> '&';
      case "quot" -> '"';
      default -> '\'';
    };
  }

  /**
   * Returns the markup that says {@code plain}.
   *
   * @param like the markup that stood there before, whose quotes and line ends are spelled in the
   *     same way
   * @param encoder the encoding of the entry; what it does not have becomes a reference
   */
  static String of(String plain, String like, CharsetEncoder encoder) {
    boolean rawLines = like.indexOf('\n') >= 0;
    boolean rawTabs = like.indexOf('\t') >= 0;
    var markup = new StringBuilder(plain.length() + 16);
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '<' -> markup.append("&lt;");
        case '>' -> markup.append("&gt;");
        case '&' -> markup.append("&amp;");
        case '"' -> markup.append(like.indexOf('"') >= 0 ? "\"" : "&quot;");
        case '\'' -> markup.append(like.indexOf('\'') >= 0 ? "'" : "&apos;");
        case '\r' -> markup.append("&#xD;");
        case '\n' -> markup.append(rawLines ? "\n" : "&#xA;");
        case '\t' -> markup.append(rawTabs ? "\t" : "&#x9;");
        default -> append(c, encoder, markup);
      }
    }
    return markup.toString();
  }

  private static void append(int c, CharsetEncoder encoder, StringBuilder markup) {
    if (c < 0x80) {
      markup.append((char) c);
      return;
    }
    String text = Character.toString(c);
    markup.append(encoder.canEncode(text) ? text : "&#x" + Integer.toHexString(c) + ";");
  }
}
