package org.pchat.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * Gathers small writes to a file into blocks, also when the writer goes back a little to fill in
 * what he now knows, as happens at the end of every entry.
 */
final class BlockChannel implements SeekableByteChannel {
  private static final int BLOCK = 1 << 16;

  private final FileChannel file;
  private final Path name;

  /* What is not in the file yet; its first byte belongs at blockStart. */
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK).limit(0);
  private long blockStart;
  private long position;

  /** Gathers writes to {@code file}, which failures call {@code name}. */
  BlockChannel(FileChannel file, Path name) {
    this.file = file;
    this.name = name;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    int count = source.remaining();
    while (source.hasRemaining()) {
      long at = position - blockStart;
      if (at < 0 || at > block.limit() || at == BLOCK) {
        flush();
      } else {
        put(source, (int) at);
      }
    }
    return count;
  }

  private void put(ByteBuffer source, int at) {
    int count = Math.min(source.remaining(), BLOCK - at);
    block.limit(Math.max(block.limit(), at + count));
    block.put(at, source, source.position(), count);
    source.position(source.position() + count);
    position += count;
  }

  /** Hands over to the file what was gathered, and begins a new block at the position. */
  void flush() throws IOException {
    block.rewind();
    while (block.hasRemaining()) {
      write();
    }
    block.rewind().limit(0);
    blockStart = position;
  }

  /** The system says what is wrong, such as a full disk, and not with which file. */
  private void write() throws IOException {
    try {
      file.write(block, blockStart + block.position());
    } catch (ClosedChannelException closed) {
      throw closed;
    } catch (IOException unnamed) {
      var named = new FileSystemException(name.toString(), null, unnamed.getMessage());
      named.initCause(unnamed);
      throw named;
    }
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public BlockChannel position(long newPosition) {
    position = newPosition;
    return this;
  }

  @Override
  public long size() throws IOException {
    return Math.max(file.size(), blockStart + block.limit());
  }

  @Override
  public int read(ByteBuffer target) {
    throw new NonReadableChannelException();
  }

  @Override
  public BlockChannel truncate(long size) throws IOException {
    flush();
    file.truncate(size);
    position = Math.min(position, size);
    blockStart = position;
    return this;
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  /** Closes the file; what was not flushed is gone, for only a file that is given up is not. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
