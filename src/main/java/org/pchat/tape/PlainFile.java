package org.pchat.tape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.pchat.model.Watch;

/** A file as it stands on the disk. */
public final class PlainFile implements ByteSource {
  private final String name;
  private final FileChannel channel;
  private final long length;
  private final Watch watch;

  private PlainFile(String name, FileChannel channel, Watch watch) throws IOException {
    this.name = name;
    this.channel = channel;
    this.length = channel.size();
    this.watch = watch;
  }

  /** Opens a file. */
  public static PlainFile open(Path path, Watch watch) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      return new PlainFile(path.toString(), channel, watch);
    } catch (IOException failed) {
      try (channel) {
        throw failed;
      }
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public void read(long position, ByteBuffer into) throws IOException {
    watch.check();
    long at = position;
    while (into.hasRemaining()) {
      int count = channel.read(into, at);
      if (count < 0) {
        return;
      }
      at += count;
      watch.read(count);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
