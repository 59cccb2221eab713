package org.pchat.spill;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A temporary file that holds sorted runs one behind the other.
 *
 * <p>Chat is confidential, so only the owner can read the file, from its creation on. It is deleted
 * on close, which on POSIX systems means that its name is gone as soon as it is open: nothing stays
 * behind even if the process is killed.
 */
final class RunFile<T> implements Closeable {
  static final int BUFFER = 1 << 16;

  private static final Set<OpenOption> OPTIONS =
      Set.of(
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);

  private final FileChannel channel;
  private final Codec<T> codec;
  private final List<Stretch> runs = new ArrayList<>();

  /** Where a run begins and how many records it has. */
  private record Stretch(long start, long records) {}

  RunFile(Path folder, Codec<T> codec) throws IOException {
    Path file = folder.resolve("pchat-" + UUID.randomUUID() + ".tmp");
    this.channel = FileChannel.open(file, OPTIONS, ownerOnly(folder));
    this.codec = codec;
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
    if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
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
  List<RunWalk> walks() {
    return runs.stream().map(RunWalk::new).toList();
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

  /** Walks over one run. */
  final class RunWalk implements SortedWalk<T> {
    private final DataInputStream in;
    private long left;
    private @Nullable T record;

    private RunWalk(Stretch run) {
      in =
          new DataInputStream(
              new BufferedInputStream(new ChannelInput(channel, run.start), BUFFER));
      left = run.records;
    }

    @Override
    public boolean advance() throws IOException {
      record = left > 0 ? codec.read(in) : null;
      return left-- > 0;
    }

    @Override
    public T record() {
      if (record == null) {
        throw new IllegalStateException("there is no record here");
      }
      return record;
    }

    @Override
    public void close() {}
  }
}
