package org.pchat.salvage;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * The unpacked bytes of one entry in a temporary file, to be read from any place. Only its owner
 * may read it, and on POSIX systems it has no name once it is open, so nothing of the chat stays
 * behind.
 */
final class Spool implements Closeable {
  private static final int BUFFER = 1 << 15;

  private final FileChannel channel;

  private Spool(FileChannel channel) {
    this.channel = channel;
  }

  /** Makes an empty one in {@code folder}. */
  static Spool in(Path folder) throws IOException {
    Path file = folder.resolve(".pchat-" + UUID.randomUUID() + ".tmp");
    boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
    FileAttribute<?>[] rights =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    return new Spool(
        FileChannel.open(
            file,
            Set.of(
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE),
            rights));
  }

  /** Returns a stream that appends; flush it before reading, and do not close it. */
  OutputStream out() throws IOException {
    channel.position(channel.size());
    return new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
  }

  long length() throws IOException {
    return channel.size();
  }

  /** Returns the bytes from a place on; at most to {@code to}. */
  InputStream from(long from, long to) {
    return new BufferedInputStream(new Rest(from, to), BUFFER);
  }

  /** Returns the bytes between two places, or fewer where it ends. */
  byte[] bytes(long from, long to) throws IOException {
    try (InputStream in = from(from, to)) {
      return in.readAllBytes();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Reads at a position of its own, so that several may read at once. */
  private final class Rest extends InputStream {
    private final long end;
    private long position;

    Rest(long position, long end) {
      this.position = position;
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      int wanted = (int) Math.min(length, end - position);
      if (wanted <= 0) {
        return length == 0 ? 0 : -1;
      }
      int count = channel.read(ByteBuffer.wrap(target, from, wanted), position);
      position += Math.max(count, 0);
      return count;
    }
  }
}
