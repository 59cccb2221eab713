package org.pchat.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pchat.diff.Act;
import org.pchat.diff.Change;
import org.pchat.diff.Counts;
import org.pchat.diff.Diff;
import org.pchat.diff.NodeChange;
import org.pchat.diff.Run;
import org.pchat.document.HtmlElement;
import org.pchat.document.HtmlElement.Tag;
import org.pchat.document.HtmlReport;
import org.pchat.model.Category;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Room;

/** What differs in each room and category, the most changed first; opens on request. */
final class RoomSections {
  private static final int NODES = 300;
  private static final int OPENED = 3;

  private final HtmlReport page;
  private final ReportSide before;
  private final ReportSide after;
  private final Wording wording;

  RoomSections(HtmlReport page, ReportSide before, ReportSide after, Wording wording) {
    this.page = page;
    this.before = before;
    this.after = after;
    this.wording = wording;
  }

  void write(Diff diff) throws IOException {
    nodes("Rooms", "room", diff.rooms());
    nodes("Categories", "category", diff.categories());
  }

  private <N> void nodes(String title, String word, List<NodeChange<N>> nodes) throws IOException {
    if (nodes.isEmpty()) {
      return;
    }
    page.element(Tag.H2, title);
    for (int i = 0; i < Math.min(NODES, nodes.size()); i++) {
      node(nodes.get(i), word + "-" + i, i < OPENED);
    }
    if (nodes.size() > NODES) {
      Tables.more(page, nodes.size() - NODES, word);
    }
  }

  /** Returns the name as it was, or as it is where the node is new. */
  static String name(NodeChange<?> node) {
    Object record = node.before() == null ? node.after() : node.before();
    if (record instanceof Room room) {
      return room.name();
    }
    return record instanceof Category category ? category.name() : node.guid().toString();
  }

  private <N> void node(NodeChange<N> node, String place, boolean open) throws IOException {
    HtmlElement fold = HtmlElement.of(Tag.DETAILS, "node").at(place);
    page.element(
        open ? fold.opened() : fold,
        () -> {
          page.element(Tag.SUMMARY, () -> summary(node));
          page.element(HtmlElement.of(Tag.DIV, "inside"), () -> inside(node));
        });
  }

  private void summary(NodeChange<?> node) throws IOException {
    page.element(Tag.STRONG, () -> page.name(name(node)));
    for (var act : node.acts()) {
      Tables.badge(page, act);
      page.space();
    }
    for (var act : node.messageActs().keySet()) {
      if (!node.acts().contains(act)) {
        Tables.badge(page, act);
        page.space();
      }
    }
    page.element(Tag.SMALL, Wording.count(node.weight(), "record"));
  }

  private <N> void inside(NodeChange<N> node) throws IOException {
    page.element(Tag.SMALL, () -> page.element(Tag.CODE, node.guid().toString()));
    fields(node);
    @Nullable Act told = null;
    for (Run run : node.runs()) {
      run(run, run.act() != told);
      told = run.act();
    }
    if (node.moreRuns() > 0) {
      Tables.more(page, node.moreRuns(), "run");
    }
    permissions(node);
  }

  private <N> void fields(NodeChange<N> node) throws IOException {
    N then = node.before();
    N now = node.after();
    if (then == null || now == null || node.fields().isEmpty()) {
      return;
    }
    page.element(
        HtmlElement.of(Tag.DIV, "scroll"),
        () ->
            page.element(
                Tag.TABLE,
                () -> {
                  Tables.head(page, List.of("Field", "Before", "After"), List.of());
                  page.element(
                      Tag.TBODY,
                      () -> {
                        for (Field<N> field : node.fields()) {
                          new FieldRow(page, before, after, wording).write(field, then, now);
                        }
                      });
                }));
  }

  /** Writes a run; the rule that decided is told once for several of one act. */
  private void run(Run run, boolean withRule) throws IOException {
    String style = Wording.style(run.change());
    page.element(
        HtmlElement.of(Tag.DIV, "run", style),
        () -> {
          String numbers =
              run.firstId() == run.lastId()
                  ? "Message " + run.firstId()
                  : "Messages " + run.firstId() + "–" + run.lastId();
          page.element(Tag.STRONG, numbers);
          String many =
              Wording.number(run.messages())
                  + " by "
                  + Wording.count(run.authors(), "author")
                  + ", ";
          page.text(": " + (run.messages() == 1 ? "" : many));
          page.text(wording.span(run.first(), run.last()) + " ");
          Tables.badge(page, run.act());
          if (withRule) {
            page.element(HtmlElement.of(Tag.DIV, "rule"), "Rule: " + run.act().rule() + ".");
          }
        });
  }

  private void permissions(NodeChange<?> node) throws IOException {
    permissions("Roles", node.roles(), node.purgedRoles());
    permissions("Scopes", node.scopes(), 0);
    access("Lost access", node.access().lost(), node.access().firstLost(), before);
    access("Gained access", node.access().gained(), node.access().firstGained(), after);
  }

  private void permissions(String title, Counts counts, long purged) throws IOException {
    List<String> clauses = new ArrayList<>();
    for (Change change : List.of(Change.REMOVED, Change.ADDED, Change.CHANGED)) {
      if (counts.of(change) > 0) {
        clauses.add(Wording.number(counts.of(change)) + " " + change.word());
      }
    }
    if (purged > 0) {
      clauses.add(Wording.number(purged) + " of these purged by the move");
    }
    if (!clauses.isEmpty()) {
      page.element(
          Tag.P,
          () -> {
            page.element(Tag.STRONG, title + ": ");
            page.text(String.join(", ", clauses) + ".");
          });
    }
  }

  private void access(String title, long number, List<Guid> first, ReportSide side)
      throws IOException {
    if (number == 0) {
      return;
    }
    page.element(
        Tag.P,
        () -> {
          page.element(Tag.STRONG, title + " (" + Wording.number(number) + "): ");
          String separator = "";
          for (Guid principal : first) {
            page.text(separator);
            page.name(Objects.requireNonNull(side.principal(principal)));
            separator = ", ";
          }
          if (number > first.size()) {
            page.text(" and " + Wording.number(number - first.size()) + " more");
          }
        });
  }
}
