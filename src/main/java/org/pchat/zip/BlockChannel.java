package org.pchat.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * Gathers small writes to a file into blocks, also when the writer goes back a little to fill in
 * what he now knows, as happens at the end of every entry.
 */
final class BlockChannel implements SeekableByteChannel {
  private static final int BLOCK = 1 << 16;

  private final FileChannel file;

  /* What is not in the file yet; its first byte belongs at blockStart. */
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK).limit(0);
  private long blockStart;
  private long position;

  BlockChannel(FileChannel file) {
    this.file = file;
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
      file.write(block, blockStart + block.position());
    }
    block.rewind().limit(0);
    blockStart = position;
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
