package org.pchat.sample;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One line of the published chat logs that {@link SliceMaker} reads.
 *
 * @param channel where it was said
 * @param time local time
 * @param kind {@code message}, {@code action}, {@code join}, {@code part} or {@code other}
 * @param nick who said it, in lower case
 * @param text what was said
 */
record ChatLine(String channel, String time, String kind, String nick, String text) {
  private static final Pattern WORD_BORDER = Pattern.compile("[^\\p{L}\\p{N}_]+");
  private static final Pattern ADDRESSED = Pattern.compile("([^\\s:,]+)[:,](\\s.*)?");

  static ChatLine parse(String row) {
    String[] columns = row.split("\t", -1);
    return new ChatLine(
        columns[0], columns[1], columns[2], columns[3].toLowerCase(Locale.ROOT), columns[4]);
  }

  /** Returns channel and date: one continuous stretch of the log. */
  String day() {
    return channel + ' ' + time.substring(0, 10);
  }

  int year() {
    return Integer.parseInt(time.substring(0, 4));
  }

  boolean isSpoken() {
    return kind.equals("message") || kind.equals("action");
  }

  /** Returns the words in lower case; digits and underscores are letters. */
  List<String> words() {
    return words(text);
  }

  static List<String> words(String text) {
    return WORD_BORDER
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(w -> !w.isEmpty())
        .toList();
  }

  /** Returns whom the line is addressed to, in lower case: {@code nick: hello}. */
  Optional<String> addressee() {
    var matcher = ADDRESSED.matcher(text);
    return matcher.matches()
        ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** Returns speaker and addressee. */
  Set<String> involved() {
    return addressee().filter(a -> !a.equals(nick)).map(a -> Set.of(nick, a)).orElse(Set.of(nick));
  }
}
