package org.pchat.cli;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pchat.diff.Act;
import org.pchat.diff.Details;
import org.pchat.diff.Diff;
import org.pchat.diff.Difference;
import org.pchat.model.Category;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Message;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;

/** A comparison as CSV: a line for each record that differs, of changed ones for each field. */
final class DiffCsv {
  private final Csv csv;
  private final DiffNames names;

  DiffCsv(Page page, DiffNames names) {
    this.csv = new Csv(page);
    this.names = names;
  }

  void print(Diff diff) throws IOException {
    csv.row(
        "kind", "change", "acts", "identity", "node", "person", "sent", "field", "before", "after");
    try (Details details = diff.details()) {
      while (details.advance()) {
        print(details.record());
      }
    }
  }

  private <T> void print(Difference<T> difference) throws IOException {
    T before = difference.before();
    T after = difference.after();
    List<Field<T>> fields = difference.fields();
    if (fields.isEmpty()) {
      row(difference, "", before == null ? "" : told(before), after == null ? "" : told(after));
    }
    for (Field<T> field : fields) {
      row(difference, field.name(), value(field, before), value(field, after));
    }
  }

  private static <T> String value(Field<T> field, @Nullable T record) {
    Object value = record == null ? null : field.of(record);
    return value == null ? "" : Field.spell(value);
  }

  private <T> void row(Difference<T> difference, String field, String before, String after)
      throws IOException {
    T record = difference.record();
    csv.row(
        difference.kind().word(),
        difference.change().word(),
        difference.acts().stream().map(Act::word).collect(Collectors.joining(" ")),
        difference.kind().identity(record),
        node(record),
        person(record),
        record instanceof Message message ? message.sent().toString() : "",
        field,
        before,
        after);
  }

  /** What stands for a record that is only on one side: its text or name. */
  private static String told(Object record) {
    if (record instanceof Message message) {
      return message.text();
    }
    if (record instanceof Role role) {
      return role.role().word();
    }
    if (record instanceof Scope scope) {
      return scope.access().word();
    }
    return DiffLines.label(record);
  }

  private String node(Object record) throws IOException {
    if (record instanceof Message message) {
      return names.node(message.room());
    }
    if (record instanceof Role role) {
      return names.node(role.node());
    }
    if (record instanceof Scope scope) {
      return names.node(scope.node());
    }
    return record instanceof Room || record instanceof Category ? DiffLines.label(record) : "";
  }

  private String person(Object record) throws IOException {
    if (record instanceof Message message) {
      Guid author = message.author();
      return author == null
          ? Objects.requireNonNullElse(message.authorRaw(), "")
          : names.principal(author);
    }
    if (record instanceof Role role) {
      return names.principal(role.principal());
    }
    return record instanceof Scope scope ? names.principal(scope.principal()) : "";
  }
}
