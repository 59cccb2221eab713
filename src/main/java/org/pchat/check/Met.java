package org.pchat.check;

import java.util.Set;
import org.pchat.model.Kind;
import org.pchat.model.RecordCursor;
import org.pchat.problem.Location;

/** A record and where it was met. */
interface Met<T> {
  Kind<T> kind();

  T record();

  Location location();

  /** Returns the names of its fields that may not hold what was meant. */
  Set<String> doubtful();

  /** Returns what the record is called in a sentence: its kind and identity. */
  default String description() {
    return kind().word() + " " + kind().identity(record());
  }

  /** Returns the same to be held while the walk goes on. */
  default Met<T> kept() {
    return new Kept<>(kind(), record(), location(), Set.copyOf(doubtful()));
  }

  /** A record that is held. */
  record Kept<T>(Kind<T> kind, T record, Location location, Set<String> doubtful)
      implements Met<T> {}

  /** Whatever record a cursor stands at. */
  record Passing<T>(Kind<T> kind, RecordCursor<T> cursor) implements Met<T> {
    @Override
    public T record() {
      return cursor.record();
    }

    @Override
    public Location location() {
      return cursor.location();
    }

    @Override
    public Set<String> doubtful() {
      return cursor.doubtful();
    }
  }
}
