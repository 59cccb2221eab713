package org.pchat.zip;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import org.pchat.model.FileKind;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.ZipProblem;

/**
 * A file open for reading at any place, by several threads at once. It is opened once and never
 * again by name, so that nobody can put another file in its place half-way.
 */
final class ArchiveFile implements Closeable {
  private final Path path;
  private final Faults faults;
  private final FileState state;
  private final FileChannel channel;

  private ArchiveFile(Path path, Faults faults, FileState state, FileChannel channel) {
    this.path = path;
    this.faults = faults;
    this.state = state;
    this.channel = channel;
  }

  static ArchiveFile open(Path path, Faults faults, OpenOption... options) throws IOException {
    var state = FileState.of(path);
    return new ArchiveFile(path, faults, state, FileChannel.open(path, options));
  }

  Faults faults() {
    return faults;
  }

  /** Returns how long the file was when it was opened. */
  long length() {
    return state.size();
  }

  /** Returns whether the file is no longer what it was when it was opened. */
  boolean changed() {
    return state.differsFrom(path);
  }

  /** Returns what the file is by its first bytes. */
  FileKind kind() throws IOException {
    var head = new byte[(int) Math.min(length(), FileKind.HEAD_LENGTH)];
    read(0, head.length).get(head);
    return FileKind.of(head);
  }

  /** Blames a change of the file rather than its writer, if there was one. */
  MalformedArchiveException explain(MalformedArchiveException fault) {
    return changed()
        ? new MalformedArchiveException(
            faults.problem(fault.problem().where().entry(), ZipProblem.CHANGED), fault)
        : fault;
  }

  /** Returns {@code length} bytes from {@code offset} on, which the caller knows to lie inside. */
  ByteBuffer read(long offset, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (read(bytes, offset + bytes.position()) < 0) {
        throw faults.malformed(null, ZipProblem.CHANGED);
      }
    }
    return bytes.flip();
  }

  /** Reads at least one byte into {@code target} or returns -1 at the end of the file. */
  int read(ByteBuffer target, long offset) throws IOException {
    return channel.read(target, offset);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
