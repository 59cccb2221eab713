package org.pchat.order;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pchat.problem.Location;
import org.pchat.spill.Codec;

/**
 * A record and where it stood in its source.
 *
 * @param record the record
 * @param place where it began
 */
record Placed<T>(T record, Location place) {
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
      return new Placed<>(records.read(in), place);
    }

    private synchronized Location entry(int number) {
      return entries.get(number);
    }
  }
}
