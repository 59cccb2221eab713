package org.pchat.spill;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/**
 * Records put aside on the disk in the order in which they come, to be walked over as often as
 * wanted, from any mark on.
 *
 * <pre>{@code
 * long mark = file.mark();
 * file.add(record); // many times
 * file.finish();
 * try (var walk = file.walk(mark, 1)) {
 *   ...
 * }
 * }</pre>
 *
 * <p>Once finished, several threads may walk at once.
 *
 * @param <T> the type of the records
 */
public final class RecordFile<T> implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final Codec<T> codec;
  private final SortSpace space;
  private final FileChannel channel;
  private final ByteCount added;
  private final DataOutputStream out;

  /**
   * Makes an empty one.
   *
   * @throws IOException naming the folder, if it cannot take temporary files
   */
  public RecordFile(Codec<T> codec, SortSpace space) throws IOException {
    this.codec = codec;
    this.space = space;
    try {
      this.channel = TemporaryFile.create(space.folder());
    } catch (IOException e) {
      throw space.unusable(e);
    }
    this.added = new ByteCount(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
    this.out = new DataOutputStream(added);
  }

  /** Returns the mark of the record that is added next. */
  public long mark() {
    return added.count();
  }

  /**
   * Puts a record aside.
   *
   * @throws IOException naming the folder, if it takes no more
   */
  public void add(T record) throws IOException {
    try {
      codec.write(record, out);
    } catch (IOException e) {
      throw space.unusable(e);
    }
  }

  /**
   * Ends the adding; walks may begin.
   *
   * @throws IOException naming the folder, if it takes no more
   */
  public void finish() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw space.unusable(e);
    }
  }

  /** Opens a walk over so many records from a mark on. */
  public SortedWalk<T> walk(long mark, long records) {
    return new StretchWalk<>(channel, codec, mark, records);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
