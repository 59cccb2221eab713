package org.pchat.report;

import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pchat.diff.Act;
import org.pchat.diff.Change;
import org.pchat.diff.Counts;
import org.pchat.diff.Diff;
import org.pchat.diff.NodeChange;
import org.pchat.document.HtmlElement;
import org.pchat.document.HtmlElement.Tag;
import org.pchat.document.HtmlReport;
import org.pchat.document.HtmlReport.Stretch;
import org.pchat.model.Coverage;
import org.pchat.model.Kind;
import org.pchat.model.Room;

/**
 * A comparison as a page: verdict, what must not be overlooked, counts, kinds of act, the rooms
 * with most change, then each room, each account and, on demand, each message.
 *
 * <p>Only so much is shown that a browser opens it with ease; what is left out is counted, and JSON
 * and CSV have it all.
 */
public final class DiffReport {
  private static final List<Change> CHANGES =
      List.of(Change.ADDED, Change.REMOVED, Change.CHANGED, Change.FORKED, Change.UNKNOWN);
  private static final int ROOMS_RANKED = 25;

  private final HtmlReport page;
  private final ReportSide before;
  private final ReportSide after;
  private final Diff diff;
  private final Wording wording;
  private final boolean details;

  /**
   * How a page is to look.
   *
   * @param zone the zone in which times are shown
   * @param details whether single records are shown; the comparison must have kept them
   */
  public record Wishes(ZoneId zone, boolean details) {}

  private DiffReport(
      HtmlReport page, ReportSide[] sides, Diff diff, Wording wording, boolean details) {
    this.page = page;
    this.before = sides[0];
    this.after = sides[1];
    this.diff = diff;
    this.wording = wording;
    this.details = details;
  }

  /**
   * Writes the page.
   *
   * @param out where to, as UTF-8
   * @param wishes how it is to look
   */
  public static void write(
      Writer out, ReportSide before, ReportSide after, Diff diff, Wishes wishes)
      throws IOException {
    var wording = new Wording(wishes.zone());
    ReportSide[] sides = {before, after};
    HtmlReport.write(
        out,
        "What changed from " + before.name() + " to " + after.name(),
        page -> new DiffReport(page, sides, diff, wording, wishes.details()).write());
  }

  private void write() throws IOException {
    page.element(Tag.HEADER, this::head);
    page.element(
        Tag.MAIN,
        () -> {
          if (!diff.identical() || hasUnknown()) {
            alarms();
            counts();
            acts();
            ranking();
            new RoomSections(page, before, after, wording).write(diff);
            if (details) {
              new RecordSections(page, before, after, wording).write(diff);
            }
          }
        });
    page.element(Tag.FOOTER, this::foot);
  }

  private void head() throws IOException {
    page.element(Tag.H1, diff.identical() ? "Nothing changed" : "What changed");
    page.element(HtmlElement.of(Tag.P, "verdict"), this::verdict);
    page.element(
        HtmlElement.of(Tag.DIV, "pair"),
        () -> {
          side("Earlier", before);
          side("Later", after);
        });
  }

  /** Says it in one sentence, the gravest first. */
  private void verdict() throws IOException {
    List<String> clauses = new ArrayList<>();
    for (Change change : List.of(Change.FORKED, Change.REMOVED, Change.CHANGED, Change.ADDED)) {
      List<String> kinds = new ArrayList<>();
      for (Kind<?> kind : List.of(Kind.ROOM, Kind.MESSAGE, Kind.CATEGORY, Kind.PRINCIPAL)) {
        long number = diff.counts(kind).of(change);
        if (number > 0) {
          kinds.add(Wording.count(number, kind));
        }
      }
      if (!kinds.isEmpty()) {
        clauses.add(String.join(", ", kinds) + " " + change.word());
      }
    }
    String words = String.join("; ", clauses);
    if (diff.identical()) {
      page.text("The two snapshots are identical, so far as both can tell.");
    } else {
      page.text(words.isEmpty() ? "Only permissions, add-ins or spelling differ." : words + ".");
    }
  }

  private void side(String when, ReportSide side) throws IOException {
    page.element(
        HtmlElement.of(Tag.DIV, "card"),
        () -> {
          page.element(HtmlElement.of(Tag.DIV, "soft"), when);
          page.element(Tag.STRONG, () -> page.name(side.name()));
          page.element(Tag.DL, () -> facts(side.coverage()));
        });
  }

  private void facts(Coverage coverage) throws IOException {
    fact(
        "Snapshot of",
        coverage.snapshotTime() == null
            ? "not said"
            : wording.time(coverage.snapshotTime()) + " " + wording.zone());
    fact("Level", coverage.level().word());
    if (!coverage.scope().isEmpty()) {
      fact("Scope", Wording.number(coverage.scope().size()) + " of the categories");
    }
    if (coverage.startDate() != null) {
      fact("Messages from", wording.time(coverage.startDate()) + " " + wording.zone());
    }
  }

  private void fact(String term, String words) throws IOException {
    page.element(Tag.DT, term);
    page.element(Tag.DD, words);
  }

  private boolean hasUnknown() {
    return Kind.ALL.stream().anyMatch(kind -> diff.counts(kind).unknown() > 0);
  }

  /** What no cmdlet does stands out, and so does what cannot be told. */
  private void alarms() throws IOException {
    Map<Act, Long> beyond = new TreeMap<>(diff.acts());
    beyond.keySet().removeIf(act -> !act.isBeyondCmdlets());
    if (!beyond.isEmpty()) {
      page.element(
          HtmlElement.of(Tag.SECTION, "card", "alarm").at("forks"),
          () -> {
            page.element(Tag.H2, "Beyond all cmdlets");
            page.element(
                Tag.P,
                "No published cmdlet does this. Look for a failover with a lost tail, a restored backup, or a hand in the database.");
            page.element(Tag.UL, () -> list(beyond));
          });
    }
    Map<Act, Long> unknown = new TreeMap<>(diff.acts());
    unknown.keySet().removeIf(act -> !isUnknown(act));
    if (!unknown.isEmpty()) {
      page.element(
          HtmlElement.of(Tag.SECTION, "card", "warning").at("unknown"),
          () -> {
            page.element(Tag.H2, "Not known");
            page.element(
                Tag.P, "One of the two cannot tell about these; they do not count as differences.");
            page.element(Tag.UL, () -> list(unknown));
          });
    }
  }

  private static boolean isUnknown(Act act) {
    return switch (act) {
      case OUTSIDE_LEVEL, OUTSIDE_SCOPE, BEFORE_START, DAMAGED -> true;
      default -> false;
    };
  }

  private void list(Map<Act, Long> acts) throws IOException {
    for (Map.Entry<Act, Long> act : acts.entrySet()) {
      page.element(
          Tag.LI,
          () -> {
            page.element(
                Tag.STRONG, Wording.count(act.getValue(), "record") + " " + act.getKey().word());
            page.text(": " + act.getKey().rule());
          });
    }
  }

  private void counts() throws IOException {
    page.element(Tag.H2, "Counts");
    page.element(
        HtmlElement.of(Tag.DIV, "scroll"),
        () ->
            page.element(
                Tag.TABLE,
                () -> {
                  List<String> heads = new ArrayList<>();
                  CHANGES.forEach(change -> heads.add(change.word()));
                  Tables.head(page, List.of(""), heads);
                  page.element(Tag.TBODY, this::countRows);
                }));
  }

  private void countRows() throws IOException {
    for (Kind<?> kind :
        List.of(
            Kind.ROOM,
            Kind.MESSAGE,
            Kind.CATEGORY,
            Kind.PRINCIPAL,
            Kind.ROLE,
            Kind.SCOPE,
            Kind.ADD_IN)) {
      Counts counts = diff.counts(kind);
      page.element(
          Tag.TR,
          () -> {
            page.element(HtmlElement.of(Tag.TH).forRow(), Wording.kind(kind));
            for (Change change : CHANGES) {
              Tables.number(page, counts.of(change), Wording.style(change));
            }
          });
    }
  }

  private void acts() throws IOException {
    page.element(Tag.H2, "Kinds of act");
    page.element(
        HtmlElement.of(Tag.DIV, "scroll"),
        () ->
            page.element(
                Tag.TABLE,
                () -> {
                  Tables.head(
                      page, List.of("Act"), List.of("Records"), List.of("Rule that decides"));
                  page.element(Tag.TBODY, this::actRows);
                }));
  }

  private void actRows() throws IOException {
    for (Map.Entry<Act, Long> act : new TreeMap<>(diff.acts()).entrySet()) {
      page.element(
          Tag.TR,
          () -> {
            page.element(Tag.TH, () -> Tables.badge(page, act.getKey()));
            Tables.number(page, act.getValue(), "all");
            page.element(HtmlElement.of(Tag.TD, "rule"), act.getKey().rule());
          });
    }
  }

  private void ranking() throws IOException {
    List<NodeChange<Room>> rooms = diff.rooms();
    if (rooms.isEmpty()) {
      return;
    }
    long most = rooms.stream().mapToLong(NodeChange::weight).max().orElse(1);
    page.element(Tag.H2, "Rooms with the most change");
    page.element(
        HtmlElement.of(Tag.UL, "key"),
        () -> {
          page.element(HtmlElement.of(Tag.LI, "gone"), "removed");
          page.element(HtmlElement.of(Tag.LI, "new"), "added");
          page.element(HtmlElement.of(Tag.LI, "changed"), "changed");
          page.element(HtmlElement.of(Tag.LI, "fork"), "forked");
        });
    page.element(
        Tag.TABLE,
        () -> {
          Tables.head(
              page, List.of("Room"), List.of("Records"), List.of("Messages, roles, settings"));
          page.element(
              Tag.TBODY,
              () -> {
                for (int i = 0; i < Math.min(ROOMS_RANKED, rooms.size()); i++) {
                  rank(rooms.get(i), i, most);
                }
              });
        });
    if (rooms.size() > ROOMS_RANKED) {
      Tables.more(page, rooms.size() - ROOMS_RANKED, "room");
    }
  }

  private void rank(NodeChange<Room> room, int place, long most) throws IOException {
    page.element(
        Tag.TR,
        () -> {
          page.element(
              HtmlElement.of(Tag.TH).forRow(),
              () ->
                  page.element(
                      HtmlElement.of(Tag.A).to("room-" + place),
                      () -> page.name(RoomSections.name(room))));
          Tables.number(page, room.weight(), "all");
          page.element(HtmlElement.of(Tag.TD, "wide"), () -> bar(room, most));
        });
  }

  private void bar(NodeChange<Room> room, long most) throws IOException {
    long record = room.change() == null ? 0 : 1;
    long gone = sum(room, Change.REMOVED) + (room.change() == Change.REMOVED ? record : 0);
    long added = sum(room, Change.ADDED) + (room.change() == Change.ADDED ? record : 0);
    long changed = sum(room, Change.CHANGED) + (room.change() == Change.CHANGED ? record : 0);
    long forked = room.messages().forked();
    page.bar(
        List.of(
            new Stretch("gone", gone),
            new Stretch("new", added),
            new Stretch("changed", changed),
            new Stretch("fork", forked)),
        most,
        "%,d removed, %,d added, %,d changed, %,d forked".formatted(gone, added, changed, forked));
  }

  private static long sum(NodeChange<Room> room, Change change) {
    return room.messages().of(change) + room.roles().of(change) + room.scopes().of(change);
  }

  private void foot() throws IOException {
    page.element(
        Tag.P,
        () -> {
          page.text("Made by pchat. Times are in " + wording.zone() + ". ");
          page.text("What cannot be seen is written as its number, such as ");
          page.name("\u202E");
          page.text(" for one that turns the line around.");
        });
  }
}
