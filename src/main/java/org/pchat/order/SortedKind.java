package org.pchat.order;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.RecordCursor;
import org.pchat.model.Watch;
import org.pchat.problem.ExportProblem;
import org.pchat.problem.Problem;
import org.pchat.spill.ExternalSort;
import org.pchat.spill.RecordFile;
import org.pchat.spill.SortSpace;
import org.pchat.spill.SortedWalk;

/**
 * All records of one kind, put aside in order; made by one pass over the source. Records of one
 * identity stay in the order in which they stood, and are reported.
 */
final class SortedKind<T> implements Closeable {
  private final Kind<T> kind;
  private final Watch watch;
  private final RecordFile<Placed<T>> file;
  private final NavigableMap<Guid, Stretch> rooms = new TreeMap<>();
  private long records;
  private long passedOver;

  /** Where the messages of a room begin and how many there are. */
  private record Stretch(long mark, long records) {}

  private SortedKind(Kind<T> kind, Watch watch, RecordFile<Placed<T>> file) {
    this.kind = kind;
    this.watch = watch;
    this.file = file;
  }

  /** Reads all records of {@code kind} from {@code source} and sorts them. */
  static <T> SortedKind<T> of(ChatSource source, Kind<T> kind, Watch watch, SortSpace space)
      throws IOException {
    var codec = new Placed.PlacedCodec<>(RecordCodec.of(kind));
    Comparator<Placed<T>> order = Comparator.comparing(Placed::record, kind.order());
    var sorted = new SortedKind<>(kind, watch, new RecordFile<>(codec, space));
    try (var sort = new ExternalSort<>(order, codec, space)) {
      sorted.passedOver = readAll(source.records(kind), sort);
      try (SortedWalk<Placed<T>> walk = sort.sorted()) {
        sorted.keep(walk, source);
      }
      return sorted;
    } catch (IOException | RuntimeException failed) {
      try (sorted) {
        throw failed;
      }
    }
  }

  private static <T> long readAll(RecordCursor<T> all, ExternalSort<Placed<T>> sort)
      throws IOException {
    try (all) {
      while (all.advance()) {
        sort.add(Placed.at(all));
      }
      return all.passedOver();
    }
  }

  private void keep(SortedWalk<Placed<T>> walk, ChatSource source) throws IOException {
    T previous = null;
    while (walk.advance()) {
      watch.check();
      Placed<T> next = walk.record();
      if (previous != null && kind.order().compare(previous, next.record()) == 0) {
        String identity = kind.identity(next.record());
        source.problems().add(Problem.of(ExportProblem.TWICE, next.place(), kind.word(), identity));
      }
      if (next.record() instanceof Message message) {
        count(message.room());
      }
      file.add(next);
      records++;
      previous = next.record();
    }
    file.finish();
  }

  private void count(Guid room) {
    Stretch known = rooms.get(room);
    rooms.put(
        room,
        known == null ? new Stretch(file.mark(), 1) : new Stretch(known.mark, known.records + 1));
  }

  /** Returns the rooms that have messages, in order. */
  Iterable<Guid> rooms() {
    return Collections.unmodifiableSet(rooms.keySet());
  }

  /** Opens a walk over all records. */
  RecordCursor<T> all() {
    return cursor(new Stretch(0, records));
  }

  /** Opens a walk over the messages of a room. */
  RecordCursor<T> of(Guid room) {
    return cursor(rooms.getOrDefault(room, new Stretch(0, 0)));
  }

  private RecordCursor<T> cursor(Stretch stretch) {
    return new SortedCursor<>(file.walk(stretch.mark, stretch.records), passedOver, watch);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
