package org.pchat.report;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pchat.diff.Act;
import org.pchat.diff.Diff;
import org.pchat.diff.Difference;
import org.pchat.document.HtmlElement;
import org.pchat.document.HtmlElement.Tag;
import org.pchat.document.HtmlReport;
import org.pchat.model.AddIn;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Scope;

/** Every record that differs, one by one, as far as a browser bears it. */
final class RecordSections {
  private static final int RECORDS = 1000;
  private static final int LONGEST_TEXT = 2000;

  private final HtmlReport page;
  private final ReportSide before;
  private final ReportSide after;
  private final Wording wording;
  private final FieldRow row;

  RecordSections(HtmlReport page, ReportSide before, ReportSide after, Wording wording) {
    this.page = page;
    this.before = before;
    this.after = after;
    this.wording = wording;
    this.row = new FieldRow(page, before, after, wording);
  }

  void write(Diff diff) throws IOException {
    section(diff, Kind.PRINCIPAL, "Accounts");
    section(diff, Kind.ADD_IN, "Add-ins");
    section(diff, Kind.ROLE, "Roles");
    section(diff, Kind.SCOPE, "Scopes");
    section(diff, Kind.MESSAGE, "Messages");
  }

  /** The details are in the order of kinds, so each section is one walk. */
  private void section(Diff diff, Kind<?> kind, String title) throws IOException {
    long number = diff.counts(kind).different();
    if (number == 0) {
      return;
    }
    page.element(Tag.H2, title);
    page.element(
        Tag.DETAILS,
        () -> {
          page.element(Tag.SUMMARY, Wording.count(number, "record"));
          page.element(HtmlElement.of(Tag.DIV, "inside"), () -> records(diff, kind));
        });
  }

  private void records(Diff diff, Kind<?> kind) throws IOException {
    long written = 0;
    long left = 0;
    @Nullable Guid room = null;
    try (var details = diff.details()) {
      while (details.advance()) {
        Difference<?> difference = details.record();
        if (difference.kind() != kind) {
          continue;
        }
        if (written == RECORDS) {
          left++;
          continue;
        }
        if (difference.record() instanceof Message message && !message.room().equals(room)) {
          room = message.room();
          Guid named = room;
          page.element(Tag.H3, () -> page.name(nodeName(named)));
        }
        record(difference);
        written++;
      }
    }
    if (left > 0) {
      Tables.more(page, left, "record");
    }
  }

  private String nodeName(Guid guid) {
    String name = before.node(guid);
    return name.equals(guid.toString()) ? after.node(guid) : name;
  }

  private void record(Difference<?> difference) throws IOException {
    page.element(
        HtmlElement.of(Tag.DIV, "run", Wording.style(difference.change())),
        () -> {
          head(difference);
          for (Act act : difference.acts()) {
            page.space();
            Tables.badge(page, act);
          }
          body(difference);
        });
  }

  private void head(Difference<?> difference) throws IOException {
    Object record = Objects.requireNonNull(difference.record());
    ReportSide side = difference.after() == null ? before : after;
    if (record instanceof Message message) {
      page.element(Tag.STRONG, Long.toString(message.id()));
      page.text(" " + wording.time(message.sent()) + " ");
      page.name(author(message, side));
    } else if (record instanceof Principal principal) {
      page.element(Tag.STRONG, () -> page.name(principal.label()));
      page.space();
      page.name(principal.uri());
      page.space();
      page.element(Tag.CODE, principal.guid().toString());
    } else if (record instanceof Role role) {
      page.name(side.principal(role.principal()));
      page.text(": " + role.role().word() + " of ");
      page.name(nodeName(role.node()));
    } else if (record instanceof Scope scope) {
      page.name(side.principal(scope.principal()));
      page.text(": " + scope.access().word() + " in ");
      page.name(nodeName(scope.node()));
    } else if (record instanceof AddIn addIn) {
      page.element(Tag.STRONG, () -> page.name(addIn.name()));
    }
  }

  private static String author(Message message, ReportSide side) {
    Guid author = message.author();
    return author == null ? String.valueOf(message.authorRaw()) : side.principal(author);
  }

  private <T> void body(Difference<T> difference) throws IOException {
    T then = difference.before();
    T now = difference.after();
    if (then != null && now != null) {
      page.element(
          Tag.TABLE,
          () ->
              page.element(
                  Tag.TBODY,
                  () -> {
                    for (Field<T> field : difference.fields()) {
                      row.write(field, then, now);
                    }
                  }));
    } else if (difference.record() instanceof Message message) {
      page.block(message.text(), LONGEST_TEXT);
    }
  }
}
