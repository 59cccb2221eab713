package org.pchat.select;

/**
 * The product's own marks in the text of messages. Their grammar is not published, so they are only
 * recognised (docs/format.md, "Messages").
 */
public final class MessageMarks {
  private static final String STORY = "[STORY]";
  private static final String HTTP = "http://";
  private static final String HTTPS = "https://";

  private MessageMarks() {}

  /** Returns whether the text is a story: a longer message with a title. */
  public static boolean isStory(String text) {
    return text.startsWith(STORY);
  }

  /** Returns whether the text has a web address, plain or in a link. */
  public static boolean hasHyperlink(String text) {
    return text.contains(HTTPS) || text.contains(HTTP);
  }
}
