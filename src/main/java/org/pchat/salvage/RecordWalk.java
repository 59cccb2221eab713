package org.pchat.salvage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.BadRecordException;
import org.pchat.layout.EntryWalk;
import org.pchat.model.Kind;
import org.pchat.model.RawRecord;
import org.pchat.model.Room;

/** Walks over the records of a sound entry, and tells which of them are records indeed. */
final class RecordWalk {
  private final EntryWalk walk;
  private final Map<Kind<?>, Long> counts = new HashMap<>();
  private final List<Room> rooms = new ArrayList<>();
  private @Nullable String identity;
  private @Nullable String fault;

  RecordWalk(EntryWalk walk) {
    this.walk = walk;
  }

  /** Goes to the next element that is, or should be, a record; passes over others. */
  boolean advance() throws IOException {
    identity = null;
    fault = null;
    if (!walk.advance()) {
      return false;
    }
    Kind<?> kind = walk.kind();
    if (kind != null) {
      read(kind);
    }
    return true;
  }

  private <T> void read(Kind<T> kind) throws IOException {
    try {
      T record = walk.read(kind);
      identity = kind.word() + " " + shortIdentity(kind, record);
      counts.merge(kind, 1L, Long::sum);
      if (record instanceof Room room) {
        rooms.add(room);
      }
    } catch (BadRecordException bad) {
      var problem = bad.problems().get(0);
      fault = problem.code().wording().formatted(problem.arguments().toArray());
    }
  }

  /** A message's room is told elsewhere. */
  private static <T> String shortIdentity(Kind<T> kind, T record) {
    String whole = kind.identity(record);
    return kind == Kind.MESSAGE ? whole.substring(whole.lastIndexOf(' ') + 1) : whole;
  }

  /** Returns what it is, for people; null for a stranger and for what is no record. */
  @Nullable String identity() {
    return identity;
  }

  /** Returns why it is no record; null if it is one, or a stranger. */
  @Nullable String fault() {
    return fault;
  }

  /** Returns its bytes; null where it holds other records. */
  @Nullable RawRecord raw() {
    return walk.raw().orElse(null);
  }

  byte[] gap() {
    return walk.gap();
  }

  Map<Kind<?>, Long> counts() {
    return counts;
  }

  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  List<Room> rooms() {
    return rooms;
  }
}
