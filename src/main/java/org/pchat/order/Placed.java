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
 */
record Placed<T>(T record, Location place, Set<String> doubtful) {
  /** Returns the record that a walk has reached. */
  static <T> Placed<T> at(RecordCursor<T> walk) {
    return new Placed<>(walk.record(), walk.location(), walk.doubtful());
  }

  /** Writes placed records; of a place, archive and entry are kept once, in memory. */
  static final class PlacedCodec<T> implements Codec<Placed<T>> {
    private final Codec<T> records;
    private final Map<Location, Integer> numbers = new HashMap<>();
    private final List<Location> entries = new ArrayList<>();

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
      records.write(placed.record, out);
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
      return new Placed<>(records.read(in), place, doubtful);
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

    private synchronized Location entry(int number) {
      return entries.get(number);
    }
  }
}
