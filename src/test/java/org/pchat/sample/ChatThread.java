package org.pchat.sample;

import java.util.List;
import java.util.Locale;
import org.pchat.model.Ticks;

/**
 * A stretch of real chat about one topic in one era; what rooms are made from.
 *
 * @param topic the topic
 * @param era the years
 * @param rows what was said, in order of time
 */
record ChatThread(Topic topic, String era, List<Row> rows) {
  /**
   * One line of real chat.
   *
   * @param sent when; only as exact as the minute or second
   * @param action whether it tells what the speaker does
   * @param speaker who, as a number
   * @param text what, with {@code @{7}} for the name of speaker 7
   */
  record Row(Ticks sent, boolean action, int speaker, String text) {}

  ChatThread {
    rows = List.copyOf(rows);
  }

  int size() {
    return rows.size();
  }

  /** Returns a row; after the last comes the first again. */
  Row row(long index) {
    return rows.get((int) (index % rows.size()));
  }

  /** Returns the topic as a title. */
  String title() {
    String name = topic.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
