package org.pchat.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.pchat.select.Grouping;
import org.pchat.select.Statistics;

/** Bars for counts. */
final class Charts {
  private static final int WIDEST_LABEL = 28;

  /* Two blanks before each of label, number and bar. */
  private static final int GAPS = 6;

  private static final String BAR = "█";

  private final Page page;
  private final Times times;

  Charts(Page page, ZoneId zone) {
    this.page = page;
    this.times = new Times(zone);
  }

  /**
   * Prints totals and a chart for each grouping; of rooms and authors only the first {@code top}.
   */
  void print(List<Statistics> statistics, int top) throws IOException {
    Statistics.Totals total = statistics.get(0).total();
    page.line(
        number(total.messages())
            + " messages, "
            + number(total.characters())
            + " characters of text");
    if (total.first() != null && total.last() != null) {
      page.line("from " + times.full(total.first()) + " to " + times.full(total.last()));
    }
    for (Statistics s : statistics) {
      print(s, top);
    }
  }

  private void print(Statistics statistics, int top) throws IOException {
    boolean ranked =
        statistics.grouping() == Grouping.ROOM || statistics.grouping() == Grouping.AUTHOR;
    List<Statistics.Group> groups = ranked ? statistics.top(top) : statistics.groups();
    page.line();
    page.line(page.in(Style.BOLD, "By " + statistics.grouping().word()));
    rows(groups);
    int hidden = statistics.groups().size() - groups.size();
    if (hidden > 0) {
      page.line(
          page.in(
              Style.DIM,
              "  ... and "
                  + number(hidden)
                  + " more; --top "
                  + statistics.groups().size()
                  + " prints all"));
    }
  }

  /** Prints a group a line: labels and counts take what they need, bars take the rest. */
  private void rows(List<Statistics.Group> groups) throws IOException {
    List<String> labels =
        groups.stream().map(group -> Width.cut(page.safe(group.label()), WIDEST_LABEL)).toList();
    long most = groups.stream().mapToLong(group -> group.totals().messages()).max().orElse(0);
    int label = labels.stream().mapToInt(Width::of).max().orElse(0);
    int number = number(most).length();
    int bar = page.columns() - label - number - GAPS;
    for (int i = 0; i < labels.size(); i++) {
      long messages = groups.get(i).totals().messages();
      page.line(
          ("  "
                  + Width.pad(labels.get(i), label, false)
                  + "  "
                  + Width.pad(number(messages), number, true)
                  + "  "
                  + bar(messages, most, bar))
              .stripTrailing());
    }
  }

  private static String bar(long messages, long most, int longest) {
    long length = most == 0 ? 0 : Math.round((double) messages * longest / most);
    return BAR.repeat((int) (messages > 0 ? Math.max(1, length) : 0));
  }

  private static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
