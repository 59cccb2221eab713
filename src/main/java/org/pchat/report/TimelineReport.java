package org.pchat.report;

import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.diff.Act;
import org.pchat.diff.Change;
import org.pchat.document.HtmlElement;
import org.pchat.document.HtmlElement.Tag;
import org.pchat.document.HtmlReport;
import org.pchat.model.Coverage;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Ticks;
import org.pchat.timeline.Event;
import org.pchat.timeline.Events;
import org.pchat.timeline.RoomHistory;
import org.pchat.timeline.Timeline;
import org.pchat.union.Snapshot;

/** The history of many snapshots as a page, with a chart for each room in which something went. */
public final class TimelineReport {
  private static final int MOST_ROOMS = 200;
  private static final int MOST_EVENTS = 5_000;
  private static final int MOST_TEXT = 200;
  private static final Set<Act> NEW = Set.of(Act.WRITTEN, Act.RESTORED, Act.ROOM_CREATED);
  private static final Set<Act> GONE =
      Set.of(Act.DELETED, Act.CLEARED, Act.AGED_OUT, Act.ROOM_DELETED);

  private final HtmlReport page;
  private final Timeline timeline;
  private final ReportSide names;
  private final Wording wording;
  private final List<Snapshot> snapshots;

  private TimelineReport(HtmlReport page, Timeline timeline, ReportSide names, Wording wording) {
    this.page = page;
    this.timeline = timeline;
    this.names = names;
    this.wording = wording;
    this.snapshots = timeline.pile().snapshots();
  }

  /**
   * Writes the page.
   *
   * @param out where to, as UTF-8
   * @param names the union, for names
   */
  public static void write(Writer out, Timeline timeline, ReportSide names, ZoneId zone)
      throws IOException {
    HtmlReport.write(
        out,
        "History of " + timeline.pile().snapshots().size() + " snapshots",
        page -> new TimelineReport(page, timeline, names, new Wording(zone)).write());
  }

  private void write() throws IOException {
    page.element(
        Tag.HEADER,
        () -> {
          page.element(Tag.H1, "History of " + Wording.number(snapshots.size()) + " snapshots");
          page.element(
              HtmlElement.of(Tag.P, "verdict"),
              timeline.gone() == 0
                  ? "Nothing ever disappeared, so far as the snapshots can tell."
                  : Wording.number(timeline.gone()) + " times something disappeared.");
        });
    page.element(
        Tag.MAIN,
        () -> {
          page.element(Tag.SECTION, this::snapshots);
          page.element(Tag.SECTION, this::rooms);
          page.element(Tag.SECTION, this::gone);
        });
    page.element(
        Tag.FOOTER,
        () ->
            page.element(
                Tag.P,
                "A snapshot that is damaged, or holds a part of the pool only, proves nothing by"
                    + " what it lacks. Times are "
                    + wording.zone()
                    + "."));
  }

  private void snapshots() throws IOException {
    page.element(Tag.H2, "Snapshots");
    page.element(
        Tag.TABLE,
        () -> {
          Tables.head(
              page,
              List.of("Time", "Snapshot", "Holds", "Since those before", "Cannot tell"),
              List.of());
          page.element(
              Tag.TBODY,
              () -> {
                for (Snapshot snapshot : snapshots) {
                  page.element(Tag.TR, () -> row(snapshot));
                }
              });
        });
  }

  private void row(Snapshot snapshot) throws IOException {
    page.element(Tag.TD, time(snapshot));
    page.element(Tag.TD, () -> page.name(snapshot.glimpse().name()));
    page.element(Tag.TD, holds(snapshot));
    page.element(Tag.TD, () -> badges(timeline.acts(snapshot.number())));
    page.element(Tag.TD, () -> badges(timeline.silences(snapshot.number())));
  }

  private String time(Snapshot snapshot) {
    Ticks time = snapshot.glimpse().time();
    return (time == null ? "unknown" : wording.time(time))
        + switch (snapshot.dating()) {
          case STATED -> "";
          case BY_NUMBERS -> ", its place is certain";
          case BY_CONTENT -> ", its place is likely";
        };
  }

  private String holds(Snapshot snapshot) {
    Coverage coverage = snapshot.coverage();
    return coverage.level().word()
        + (coverage.scope().isEmpty()
            ? ""
            : ", restricted to " + Wording.count(coverage.scope().size(), Kind.CATEGORY))
        + (coverage.startDate() == null ? "" : ", from " + wording.time(coverage.startDate()))
        + (snapshot.isDamaged() ? ", damaged" : "");
  }

  private void badges(Map<Act, Long> acts) throws IOException {
    for (Map.Entry<Act, Long> act : acts.entrySet()) {
      page.text(Wording.number(act.getValue()));
      page.space();
      Tables.badge(page, act.getKey());
      page.space();
    }
  }

  private void rooms() throws IOException {
    List<RoomHistory> rooms =
        timeline.rooms().stream()
            .filter(room -> !room.acts().isEmpty())
            .sorted(
                Comparator.comparingLong((RoomHistory room) -> total(room, GONE))
                    .reversed()
                    .thenComparing(RoomHistory::room))
            .toList();
    page.element(Tag.H2, "Rooms, most losses first");
    page.element(
        HtmlElement.of(Tag.UL, "key"),
        () -> {
          page.element(Tag.LI, "a column for each snapshot, oldest first");
          page.element(HtmlElement.of(Tag.LI, "new"), "new messages");
          page.element(HtmlElement.of(Tag.LI, "gone"), "gone since the snapshot before");
          page.element(Tag.LI, "pale: the snapshot cannot tell");
        });
    for (RoomHistory room : rooms.subList(0, Math.min(MOST_ROOMS, rooms.size()))) {
      page.element(HtmlElement.of(Tag.DIV, "card"), () -> room(room));
    }
    if (rooms.size() > MOST_ROOMS) {
      page.element(Tag.P, "and " + Wording.number(rooms.size() - MOST_ROOMS) + " more rooms");
    }
  }

  private static long total(RoomHistory room, Set<Act> acts) {
    return room.acts().values().stream().mapToLong(step -> count(step, acts)).sum();
  }

  private static long count(Map<Act, Long> step, Set<Act> acts) {
    return step.entrySet().stream()
        .filter(act -> acts.contains(act.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private void room(RoomHistory room) throws IOException {
    page.element(Tag.H3, () -> page.name(names.node(room.room())));
    Map<Act, Long> all = new EnumMap<>(Act.class);
    List<HtmlReport.Stack> stacks = new ArrayList<>();
    for (Snapshot snapshot : snapshots) {
      Map<Act, Long> step = room.acts().getOrDefault(snapshot.number(), Map.of());
      step.forEach((act, count) -> all.merge(act, count, Long::sum));
      stacks.add(stack(snapshot, room, step));
    }
    page.element(Tag.P, () -> badges(all));
    page.chart(
        stacks,
        Wording.number(Math.max(0, room.messages(0)))
            + " messages in the first snapshot, "
            + Wording.number(Math.max(0, room.messages(snapshots.size() - 1)))
            + " in the last");
  }

  private HtmlReport.Stack stack(Snapshot snapshot, RoomHistory room, Map<Act, Long> step) {
    long messages = room.messages(snapshot.number());
    long silent = room.silent(snapshot.number());
    String when = time(snapshot) + ", " + snapshot.glimpse().name() + ": ";
    long gone = count(step, GONE);
    if (messages < 0 && gone == 0 && silent == 0) {
      return new HtmlReport.Stack(when + "none of the room", List.of());
    }
    long fresh = count(step, NEW);
    return new HtmlReport.Stack(
        when
            + "%d messages, %d new, %d gone, %d of which it cannot tell"
                .formatted(Math.max(0, messages), fresh, gone, silent),
        List.of(
            new HtmlReport.Stretch("kept", Math.max(0, messages - fresh)),
            new HtmlReport.Stretch("new", fresh),
            new HtmlReport.Stretch("gone", gone),
            new HtmlReport.Stretch("blank", silent)));
  }

  private void gone() throws IOException {
    if (timeline.gone() == 0) {
      return;
    }
    page.element(Tag.H2, "What disappeared");
    page.element(
        Tag.TABLE,
        () -> {
          Tables.head(page, List.of("What", "How", "Last seen in", "First missing in"), List.of());
          page.element(Tag.TBODY, this::goneRows);
        });
    if (timeline.gone() > MOST_EVENTS) {
      page.element(
          Tag.P,
          "and " + Wording.number(timeline.gone() - MOST_EVENTS) + " more; --gone lists them all");
    }
  }

  private void goneRows() throws IOException {
    long shown = 0;
    try (Events events = timeline.events()) {
      while (shown < MOST_EVENTS && events.advance()) {
        Event<?> event = events.event();
        if (event.change() == Change.REMOVED) {
          page.element(Tag.TR, () -> row(event));
          shown++;
        }
      }
    }
  }

  private <T> void row(Event<T> event) throws IOException {
    page.element(Tag.TD, () -> subject(event));
    page.element(
        Tag.TD,
        () -> {
          for (Act act : event.acts()) {
            Tables.badge(page, act);
          }
        });
    page.element(Tag.TD, () -> page.name(snapshots.get(event.from()).glimpse().name()));
    page.element(Tag.TD, () -> page.name(snapshots.get(event.until()).glimpse().name()));
  }

  private <T> void subject(Event<T> event) throws IOException {
    @Nullable T record = event.before();
    if (record instanceof Message message) {
      page.text("message " + message.id() + " of ");
      page.name(names.node(message.room()));
      page.text(", " + wording.time(message.sent()) + ": ");
      page.name(message.text(), MOST_TEXT);
    } else if (record != null) {
      page.text(event.kind().word() + " ");
      page.name(event.kind().identity(record));
    }
  }
}
