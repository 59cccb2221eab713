package org.pchat.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pchat.diff.Act;
import org.pchat.diff.Change;
import org.pchat.diff.Details;
import org.pchat.diff.Diff;
import org.pchat.diff.Difference;
import org.pchat.diff.RunFold;
import org.pchat.model.AddIn;
import org.pchat.model.Category;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;

/**
 * Every difference as lines for people: a sign, what it is, its acts, and each field before and
 * after. Messages that came or went are folded into runs.
 */
final class DiffLines {
  private final Page page;
  private final DiffNames names;
  private final DiffText text;
  private final RunFold fold = new RunFold();
  private @Nullable Kind<?> kind;
  private @Nullable Guid room;

  DiffLines(Page page, DiffNames names, ZoneId zone) {
    this.page = page;
    this.names = names;
    this.text = new DiffText(page, names, zone);
  }

  void print(Diff diff) throws IOException {
    try (Details details = diff.details()) {
      while (details.advance()) {
        print(details.record());
      }
    }
    print(fold.end());
  }

  private <T> void print(Difference<T> difference) throws IOException {
    if (difference.kind() != kind) {
      kind = difference.kind();
      page.line();
      String heading = kind.plural().substring(0, 1).toUpperCase(Locale.ROOT);
      page.line(page.in(Style.BOLD, heading + kind.plural().substring(1)));
    }
    if (difference.record() instanceof Message) {
      message(asMessage(difference));
    } else {
      page.line(
          "  "
              + sign(difference.change())
              + " "
              + page.safe(name(difference.record()))
              + "  "
              + page.in(Style.DIM, acts(difference)));
      fields(difference);
    }
  }

  @SuppressWarnings("unchecked") // asked for after looking at the record
  private static Difference<Message> asMessage(Difference<?> difference) {
    return (Difference<Message>) difference;
  }

  private void message(Difference<Message> difference) throws IOException {
    if (difference.fields().isEmpty()) {
      print(fold.add(difference));
      return;
    }
    print(fold.end());
    Message message = difference.record();
    heading(message.room());
    page.line(
        "    %s message %d  %s"
            .formatted(
                sign(difference.change()), message.id(), page.in(Style.DIM, acts(difference))));
    fields(difference);
  }

  private void print(Optional<RunFold.Folded> folded) throws IOException {
    if (folded.isPresent()) {
      heading(folded.get().room());
      text.wrapped("    " + sign(folded.get().run().change()) + " ", text.run(folded.get().run()));
    }
  }

  private void heading(Guid next) throws IOException {
    if (!next.equals(room)) {
      room = next;
      page.line("  " + page.safe(names.node(next)));
    }
  }

  private static String sign(Change change) {
    return switch (change) {
      case ADDED -> "+";
      case REMOVED -> "-";
      case CHANGED, RESPELLED -> "~";
      case FORKED -> "!";
      case UNKNOWN -> "?";
    };
  }

  private static String acts(Difference<?> difference) {
    return difference.acts().stream().map(Act::word).collect(Collectors.joining(", "));
  }

  private <T> void fields(Difference<T> difference) throws IOException {
    for (Field<T> field : difference.fields()) {
      String before = value(field, difference.before());
      String after = value(field, difference.after());
      text.wrapped("      ", field.name() + ": " + page.safe(before) + " → " + page.safe(after));
    }
  }

  private <T> String value(Field<T> field, @Nullable T record) throws IOException {
    Object value = record == null ? null : field.of(record);
    if (value == null) {
      return "none";
    }
    if (field.name().equals("rtf")) {
      return value.toString().length() + " characters of rich text";
    }
    return value instanceof Guid guid ? called(field.name(), guid) : Field.spell(value);
  }

  private String called(String field, Guid guid) throws IOException {
    return switch (field) {
      case "category", "parent" -> names.category(guid);
      case "addedBy", "updatedBy", "author" -> names.principal(guid);
      default -> guid.toString();
    };
  }

  private String name(Object record) throws IOException {
    if (record instanceof Role role) {
      return String.join(
          "  ",
          List.of(names.node(role.node()), names.principal(role.principal()), role.role().word()));
    }
    if (record instanceof Scope scope) {
      return String.join(
          "  ",
          List.of(
              names.node(scope.node()), names.principal(scope.principal()), scope.access().word()));
    }
    return label(record);
  }

  /** Returns the name of a principal, category, room or add-in. */
  static String label(Object record) {
    if (record instanceof Principal principal) {
      return principal.label() + " <" + principal.uri() + ">";
    }
    if (record instanceof Category category) {
      return category.name();
    }
    return record instanceof Room room ? room.name() : ((AddIn) record).name();
  }
}
