package org.pchat.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.pchat.cli.Table.Column;
import org.pchat.diff.Act;
import org.pchat.diff.Change;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Glimpse;
import org.pchat.model.Message;
import org.pchat.model.Room;
import org.pchat.model.Structure;
import org.pchat.timeline.Event;
import org.pchat.timeline.Events;
import org.pchat.timeline.RoomHistory;
import org.pchat.timeline.Timeline;
import org.pchat.union.Dating;
import org.pchat.union.Snapshot;

/** A history for people: the snapshots, the rooms with most change, and on request each event. */
final class TimelineText {
  private final Page page;
  private final Structure structure;
  private final Times times;

  TimelineText(Page page, ChatSource union, ZoneId zone) throws IOException {
    this.page = page;
    this.structure = union.structure();
    this.times = new Times(zone);
  }

  void print(Timeline timeline, boolean details, boolean gone, int top) throws IOException {
    if (!gone) {
      snapshots(timeline);
      rooms(timeline, top);
    }
    if (details || gone) {
      events(timeline, gone);
    }
  }

  private void snapshots(Timeline timeline) throws IOException {
    var table =
        new Table(
            page,
            Column.text("TIME"),
            Column.text("SNAPSHOT"),
            Column.text("HOLDS"),
            Column.text("SINCE THOSE BEFORE"),
            Column.text("CANNOT TELL"));
    for (Snapshot snapshot : timeline.pile().snapshots()) {
      table.row(
          time(snapshot),
          snapshot.glimpse().name(),
          holds(snapshot),
          words(timeline.acts(snapshot.number())),
          words(timeline.silences(snapshot.number())));
    }
    table.end();
  }

  private String time(Snapshot snapshot) {
    String time = snapshot.glimpse().time() == null ? "?" : times.minute(snapshot.glimpse().time());
    return snapshot.dating() == Dating.STATED
        ? time
        : time
            + (snapshot.dating() == Dating.BY_NUMBERS ? " (place by numbers)" : " (place likely)");
  }

  private String holds(Snapshot snapshot) {
    Coverage coverage = snapshot.coverage();
    return coverage.level().word()
        + (coverage.scope().isEmpty() ? "" : ", " + coverage.scope().size() + " categories")
        + (coverage.startDate() == null ? "" : ", from " + times.minute(coverage.startDate()))
        + (snapshot.isDamaged() ? ", DAMAGED" : "");
  }

  private static String words(Map<Act, Long> acts) {
    return acts.entrySet().stream()
        .map(act -> "%,d %s".formatted(act.getValue(), act.getKey().word()))
        .collect(Collectors.joining(", "));
  }

  private void rooms(Timeline timeline, int top) throws IOException {
    List<RoomHistory> rooms =
        timeline.rooms().stream()
            .filter(room -> !room.acts().isEmpty())
            .sorted(Comparator.comparingLong(TimelineText::weight).reversed())
            .limit(top)
            .toList();
    if (rooms.isEmpty()) {
      return;
    }
    page.line();
    var table =
        new Table(
            page,
            Column.text("ROOM"),
            Column.number("FIRST"),
            Column.number("LAST"),
            Column.text("WHAT HAPPENED"));
    for (RoomHistory room : rooms) {
      Map<Act, Long> all = new java.util.EnumMap<>(Act.class);
      room.acts()
          .values()
          .forEach(step -> step.forEach((act, count) -> all.merge(act, count, Long::sum)));
      int last = timeline.pile().snapshots().size() - 1;
      table.row(
          structure.room(room.room()).map(Room::name).orElse(room.room().toString()),
          count(room.messages(0)),
          count(room.messages(last)),
          words(all));
    }
    table.end();
  }

  private static String count(long messages) {
    return messages < 0 ? "-" : String.format(Locale.ROOT, "%,d", messages);
  }

  private static long weight(RoomHistory room) {
    return room.acts().values().stream()
        .flatMap(step -> step.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  private void events(Timeline timeline, boolean gone) throws IOException {
    List<Snapshot> snapshots = timeline.pile().snapshots();
    boolean any = false;
    try (Events events = timeline.events()) {
      while (events.advance()) {
        Event<?> event = events.event();
        if (gone ? event.change() == Change.REMOVED : event.change() != Change.UNKNOWN) {
          if (!any && !gone) {
            page.line();
          }
          any = true;
          line(event, snapshots.get(event.from()), snapshots.get(event.until()));
        }
      }
    }
    if (gone && !any) {
      page.line("nothing ever disappeared, so far as the sources can tell");
    }
  }

  private <T> void line(Event<T> event, Snapshot from, Snapshot until) throws IOException {
    String acts = event.acts().stream().map(Act::word).collect(Collectors.joining(", "));
    page.line(
        page.safe(
            "%s .. %s  %s  %s"
                .formatted(
                    glimpse(from.glimpse()), glimpse(until.glimpse()), acts, subject(event))));
  }

  private String glimpse(Glimpse glimpse) {
    return glimpse.time() == null
        ? glimpse.name()
        : times.minute(glimpse.time()) + " " + glimpse.name();
  }

  private <T> String subject(Event<T> event) {
    if (event.record() instanceof Message message) {
      String room =
          structure.room(message.room()).map(Room::name).orElse(message.room().toString());
      return "message %d of %s: %s".formatted(message.id(), room, Printable.line(message.text()));
    }
    String identity = event.kind().identity(event.record());
    return event.record() instanceof Room room
        ? "Room " + room.name() + " (" + identity + ")"
        : event.kind().word() + " " + identity;
  }
}
