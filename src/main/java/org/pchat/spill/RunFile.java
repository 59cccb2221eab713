package org.pchat.spill;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link TemporaryFile} that holds sorted runs one behind the other. */
final class RunFile<T> implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final FileChannel channel;
  private final Codec<T> codec;
  private final List<Stretch> runs = new ArrayList<>();

  /** Where a run begins and how many records it has. */
  private record Stretch(long start, long records) {}

  RunFile(Path folder, Codec<T> codec) throws IOException {
    this.channel = TemporaryFile.create(folder);
    this.codec = codec;
  }

  /** Returns how many runs there are. */
  int size() {
    return runs.size();
  }

  /** Writes one more run. */
  void append(SortedWalk<T> records) throws IOException {
    long start = channel.size();
    channel.position(start);
    var out =
        new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
    long count = 0;
    while (records.advance()) {
      codec.write(records.record(), out);
      count++;
    }
    out.flush();
    runs.add(new Stretch(start, count));
  }

  /** Returns a walk over each run, in the order in which they were written. */
  List<StretchWalk<T>> walks() {
    return runs.stream()
        .map(run -> new StretchWalk<>(channel, codec, run.start, run.records))
        .toList();
  }

  /** Forgets all runs and gives their space back. */
  void clear() throws IOException {
    runs.clear();
    channel.truncate(0);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
