package org.pchat.select;

import java.util.ArrayList;
import java.util.List;

/**
 * A link to an uploaded file in the text of a message, verbatim.
 *
 * <p>That files are {@code ma-filelink:} links is published, their grammar is not; so a link is
 * taken to end before white space, a quotation mark or an angle bracket.
 *
 * @param text the link, with its scheme
 */
public record FileLink(String text) {
  private static final String SCHEME = "ma-filelink:";

  /** Returns the links in a message's text, in order. */
  public static List<FileLink> in(String text) {
    List<FileLink> links = new ArrayList<>();
    for (int at = text.indexOf(SCHEME); at >= 0; ) {
      int end = end(text, at + SCHEME.length());
      links.add(new FileLink(text.substring(at, end)));
      at = text.indexOf(SCHEME, end);
    }
    return links;
  }

  private static int end(String text, int from) {
    int at = from;
    while (at < text.length() && !endsLink(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean endsLink(char c) {
    return Character.isWhitespace(c) || "\"'<>".indexOf(c) >= 0;
  }
}
