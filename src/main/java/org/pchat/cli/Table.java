package org.pchat.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An aligned table that does not hold its rows: widths are chosen from the first rows and then
 * kept, so that a list of 150,000 principals streams. On a terminal the widest text column gives
 * way until a row fits; in a pipe nothing is cut.
 */
final class Table {
  private static final int SAMPLE = 200;
  private static final int GAP = 2;
  private static final int NARROWEST = 8;

  private final Page page;
  private final List<Column> columns;
  private final List<String[]> sample = new ArrayList<>();
  private int[] widths = {};

  /**
   * A column.
   *
   * @param heading what stands above it
   * @param number whether its values are numbers, which stand on the right and are never cut
   * @param endMatters whether a value that is too long is cut in the middle
   */
  record Column(String heading, boolean number, boolean endMatters) {
    static Column text(String heading) {
      return new Column(heading, false, false);
    }

    static Column number(String heading) {
      return new Column(heading, true, false);
    }

    static Column link(String heading) {
      return new Column(heading, false, true);
    }

    private String fit(String value, int width) {
      return endMatters ? Width.cutMiddle(value, width) : Width.cut(value, width);
    }
  }

  Table(Page page, Column... columns) {
    this.page = page;
    this.columns = List.of(columns);
  }

  /** Adds a row; values from archives are made safe here. */
  void row(String... values) throws IOException {
    String[] safe = Arrays.stream(values).map(page::safe).toArray(String[]::new);
    if (widths.length > 0) {
      print(safe);
      return;
    }
    sample.add(safe);
    if (sample.size() == SAMPLE) {
      settle();
    }
  }

  /** Prints what is still held back. */
  void end() throws IOException {
    if (widths.length == 0) {
      settle();
    }
  }

  private void settle() throws IOException {
    String[] headings = columns.stream().map(Column::heading).toArray(String[]::new);
    widths = Arrays.stream(headings).mapToInt(Width::of).toArray();
    for (String[] row : sample) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Width.of(row[i]));
      }
    }
    if (page.isTerminal()) {
      narrow();
    }
    page.line(page.in(Style.BOLD, format(headings)));
    for (String[] row : sample) {
      print(row);
    }
    sample.clear();
  }

  private void narrow() {
    int excess = Arrays.stream(widths).sum() + GAP * (widths.length - 1) - page.columns();
    while (excess > 0) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (!columns.get(i).number()
            && widths[i] > NARROWEST
            && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        return;
      }
      widths[widest]--;
      excess--;
    }
  }

  private void print(String[] row) throws IOException {
    page.line(format(row));
  }

  private String format(String[] row) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String value = page.isTerminal() ? columns.get(i).fit(row[i], widths[i]) : row[i];
      line.append(Width.pad(value, widths[i], columns.get(i).number())).append(" ".repeat(GAP));
    }
    return line.toString().stripTrailing();
  }
}
