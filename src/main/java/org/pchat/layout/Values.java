package org.pchat.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.Target.Column;
import org.pchat.problem.AmbiguousArchiveException;
import org.pchat.problem.LayoutProblem;
import org.pchat.problem.Problem;

/** What stands in the columns of the record at whose end a scan stands, and what it means. */
final class Values {
  private final Target target;
  private final EntryScan scan;
  private final EntryContext context;
  private final LateValues late;

  Values(Target target, EntryScan scan, EntryContext context, LateValues late) {
    this.target = target;
    this.scan = scan;
    this.context = context;
    this.late = late;
  }

  /** Returns the value as it stands there; null if there is none. */
  @Nullable String verbatim(Column column) {
    return scan.value(target, column.sources(), late);
  }

  /** Returns a value without the space around it; null if there is none. */
  @Nullable String given(Column column) {
    String value = verbatim(column);
    if (value == null) {
      return null;
    }
    String bare = value.strip();
    return bare.isEmpty() || column.spelling().none().contains(bare) ? null : bare;
  }

  /** Returns what a value means by its words or its table, or itself; null if that is unknown. */
  @Nullable String meaning(Column column, String value) {
    ValueSpelling spelling = column.spelling().spelling();
    if (spelling instanceof ValueSpelling.Words words) {
      String exact = words.meanings().get(value);
      return exact == null ? column.words().get(value.toLowerCase(Locale.ROOT)) : exact;
    }
    if (!(spelling instanceof ValueSpelling.LookedUp lookedUp)) {
      return value;
    }
    try {
      return context.references().meaning(lookedUp.table(), value);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Returns whether the value, or its meaning, may stand where nobody looks. */
  boolean isElsewhere(Column column) {
    return context.references().areAssumed()
        && (column.spelling().spelling() instanceof ValueSpelling.LookedUp
            || column.sources().stream()
                .anyMatch(source -> source instanceof Source.Kept kept && kept.mayBeLate()));
  }

  /** A code whose table is not there is nothing that one could read around. */
  void requireTable(String name, Column column, String value) {
    try {
      if (column.spelling().spelling() instanceof ValueSpelling.LookedUp lookedUp
          && !context.references().hasTable(lookedUp.table())) {
        throw new AmbiguousArchiveException(
            Problem.of(LayoutProblem.NO_TABLE, context.where(), name, value, lookedUp.table()));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
