package org.pchat.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pchat.cli.Table.Column;
import org.pchat.diff.Act;
import org.pchat.diff.Change;
import org.pchat.diff.Counts;
import org.pchat.diff.Diff;
import org.pchat.diff.NodeChange;
import org.pchat.diff.Run;
import org.pchat.model.Kind;
import org.pchat.model.Room;
import org.pchat.model.Ticks;

/** A comparison for people, from the general to the particular: verdict, counts, acts, rooms. */
final class DiffText {
  private static final int RUNS_SHOWN = 3;
  private static final List<Kind<?>> ORDER =
      List.of(
          Kind.MESSAGE,
          Kind.ROOM,
          Kind.CATEGORY,
          Kind.PRINCIPAL,
          Kind.ADD_IN,
          Kind.ROLE,
          Kind.SCOPE);

  private final Page page;
  private final DiffNames names;
  private final Times times;

  DiffText(Page page, DiffNames names, ZoneId zone) {
    this.page = page;
    this.names = names;
    this.times = new Times(zone);
  }

  /** Prints all but the details; of the rooms the first {@code top}. */
  void print(Diff diff, int top) throws IOException {
    page.line(page.in(Style.BOLD, verdict(diff)));
    times();
    alarm(diff);
    if (diff.acts().isEmpty()) {
      return;
    }
    counts(diff);
    acts(diff);
    rooms(diff.rooms(), top);
  }

  private static String verdict(Diff diff) {
    List<String> parts = new ArrayList<>();
    long unknown = 0;
    for (Kind<?> kind : ORDER) {
      Counts counts = diff.counts(kind);
      unknown += counts.unknown();
      if (counts.different() > 0) {
        parts.add(kind.plural().toLowerCase(Locale.ROOT) + " " + changes(counts));
      }
    }
    if (parts.isEmpty()) {
      return unknown == 0
          ? "identical"
          : "identical so far as both can tell; "
              + number(unknown)
              + (unknown == 1 ? " record is unknown" : " records are unknown");
    }
    return "different: " + String.join("; ", parts);
  }

  private static String changes(Counts counts) {
    List<String> parts = new ArrayList<>();
    for (Change change : Change.values()) {
      if (change != Change.UNKNOWN && counts.of(change) > 0) {
        parts.add(number(counts.of(change)) + " " + change.word());
      }
    }
    return String.join(", ", parts);
  }

  private void times() throws IOException {
    Ticks before = names.timeBefore();
    Ticks after = names.timeAfter();
    if (before != null && after != null) {
      page.line("from " + times.full(before) + " to " + times.full(after));
      if (after.compareTo(before) < 0) {
        page.line(page.in(Style.YELLOW, "The first is the later one; added means gone here."));
      }
    }
  }

  /** Lets stand out what no cmdlet can do. */
  private void alarm(Diff diff) throws IOException {
    for (Map.Entry<Act, Long> act : diff.acts().entrySet()) {
      if (act.getKey().isBeyondCmdlets()) {
        page.line(
            page.in(
                Style.RED,
                "! %s %s: %s"
                    .formatted(number(act.getValue()), act.getKey().word(), act.getKey().rule())));
      }
    }
  }

  private void counts(Diff diff) throws IOException {
    page.line();
    List<Change> shown = new ArrayList<>(List.of(Change.ADDED, Change.REMOVED, Change.CHANGED));
    for (Change change : List.of(Change.FORKED, Change.UNKNOWN, Change.RESPELLED)) {
      if (ORDER.stream().anyMatch(kind -> diff.counts(kind).of(change) > 0)) {
        shown.add(change);
      }
    }
    List<Column> columns = new ArrayList<>(List.of(Column.text("RECORDS")));
    shown.forEach(c -> columns.add(Column.number(c.word().toUpperCase(Locale.ROOT))));
    var table = new Table(page, columns.toArray(Column[]::new));
    for (Kind<?> kind : ORDER.stream().filter(k -> !diff.counts(k).equals(Counts.NONE)).toList()) {
      List<String> row = new ArrayList<>(List.of(kind.plural().toLowerCase(Locale.ROOT)));
      shown.forEach(change -> row.add(number(diff.counts(kind).of(change))));
      table.row(row.toArray(String[]::new));
    }
    table.end();
  }

  /** Each act with the rule that found it. */
  private void acts(Diff diff) throws IOException {
    page.line();
    int digits = 0;
    for (long records : diff.acts().values()) {
      digits = Math.max(digits, number(records).length());
    }
    for (Map.Entry<Act, Long> act : diff.acts().entrySet()) {
      String begin = "  " + Width.pad(number(act.getValue()), digits, true) + "  ";
      String told = act.getKey().word() + ": " + act.getKey().rule();
      wrapped(begin, told);
    }
  }

  /** Prints safe text that on a terminal takes as many lines as it needs, each as far in. */
  void wrapped(String begin, String safeText) throws IOException {
    if (!page.isTerminal()) {
      page.line(begin + safeText);
      return;
    }
    String first = begin;
    for (String line : Wrap.lines(safeText, Math.max(20, page.columns() - begin.length()))) {
      page.line(first + line);
      first = " ".repeat(begin.length());
    }
  }

  private void rooms(List<NodeChange<Room>> rooms, int top) throws IOException {
    for (NodeChange<Room> room : rooms.stream().limit(Math.max(top, 0)).toList()) {
      page.line();
      room(room);
    }
    long hidden = (long) rooms.size() - Math.min(rooms.size(), Math.max(top, 0));
    if (hidden > 0) {
      page.line();
      String more =
          "... and "
              + number(hidden)
              + (hidden == 1 ? " more room" : " more rooms")
              + "; --top "
              + rooms.size();
      page.line(page.in(Style.DIM, more + " prints all"));
    }
  }

  private void room(NodeChange<Room> room) throws IOException {
    Room known = room.before() == null ? room.after() : room.before();
    String name = known == null ? room.guid().toString() : known.name();
    String category = known == null ? "" : "  (" + names.category(known.category()) + ")";
    page.line(page.in(Style.BOLD, page.safe(name)) + page.safe(category));
    for (String told : new RoomStory(names).of(room)) {
      wrapped("  ", page.safe(told));
    }
    for (Run run : room.runs().stream().limit(RUNS_SHOWN).toList()) {
      wrapped("  ", run(run));
    }
    long more = room.moreRuns() + Math.max(0L, room.runs().size() - (long) RUNS_SHOWN);
    if (more > 0) {
      page.line(
          page.in(
              Style.DIM,
              "  ... and "
                  + number(more)
                  + (more == 1 ? " more run" : " more runs")
                  + " of messages"));
    }
  }

  /** Returns a run in one line. */
  String run(Run run) {
    String ids =
        run.messages() == 1
            ? "message " + run.firstId()
            : "messages " + run.firstId() + "-" + run.lastId();
    String many =
        run.messages() == 1
            ? ""
            : ", "
                + number(run.messages())
                + " by "
                + number(run.authors())
                + (run.authors() == 1 ? " author" : " authors");
    return run.act().word() + ": " + ids + many + ", " + times.span(run.first(), run.last());
  }

  static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
