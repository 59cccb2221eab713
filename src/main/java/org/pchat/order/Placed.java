package org.pchat.order;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pchat.model.Mark;
import org.pchat.model.RecordCursor;
import org.pchat.problem.Location;
import org.pchat.spill.Codec;
import org.pchat.spill.CompactText;

/**
 * A record, where it stood in its source, and what is doubtful about it.
 *
 * @param record the record
 * @param place where it began
 * @param doubtful its fields that may not hold what was meant
 * @param mark what other snapshots say about it
 */
record Placed<T>(T record, Location place, Set<String> doubtful, Mark mark) {
  /** Returns the record that a walk has reached. */
  static <T> Placed<T> at(RecordCursor<T> walk) {
    return new Placed<>(walk.record(), walk.location(), walk.doubtful(), walk.mark());
  }

  /**
   * Writes placed records; of a place, archive and entry are kept once, in memory; so are marks.
   */
  static final class PlacedCodec<T> implements Codec<Placed<T>> {
    private final Codec<T> records;
    private final Map<Location, Integer> numbers = new HashMap<>();
    private final List<Location> entries = new ArrayList<>();
    private final Map<Mark, Integer> markNumbers = new HashMap<>();
    private final List<Mark> marks = new ArrayList<>();

    PlacedCodec(Codec<T> records) {
      this.records = records;
    }

    @Override
    public void write(Placed<T> placed, DataOutput out) throws IOException {
      Location place = placed.place;
      out.writeInt(number(place.at(0, 0)));
      out.writeLong(place.line());
      out.writeLong(place.column());
      out.writeByte(placed.doubtful.size());
      for (String field : placed.doubtful) {
        CompactText.write(field, out);
      }
      out.writeInt(placed.mark.equals(Mark.NONE) ? -1 : number(placed.mark));
      records.write(placed.record, out);
    }

    private synchronized int number(Mark mark) {
      return markNumbers.computeIfAbsent(
          mark,
          unseen -> {
            marks.add(unseen);
            return marks.size() - 1;
          });
    }

    private synchronized int number(Location entry) {
      return numbers.computeIfAbsent(
          entry,
          unseen -> {
            entries.add(unseen);
            return entries.size() - 1;
          });
    }

    @Override
    public Placed<T> read(DataInput in) throws IOException {
      Location entry = entry(in.readInt());
      Location place = entry.at(in.readLong(), in.readLong());
      Set<String> doubtful = doubtful(in);
      Mark mark = mark(in.readInt());
      return new Placed<>(records.read(in), place, doubtful, mark);
    }

    private static Set<String> doubtful(DataInput in) throws IOException {
      int count = in.readByte();
      if (count == 0) {
        return Set.of();
      }
      Set<String> fields = new HashSet<>();
      for (int i = 0; i < count; i++) {
        fields.add(CompactText.read(in));
      }
      return fields;
    }

    private synchronized Mark mark(int number) {
      return number < 0 ? Mark.NONE : marks.get(number);
    }

    private synchronized Location entry(int number) {
      return entries.get(number);
    }
  }
}
