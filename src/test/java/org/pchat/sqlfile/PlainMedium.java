package org.pchat.sqlfile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A backup that is not compressed. */
final class PlainMedium implements Medium {
  private final OutputStream out;
  private long position;

  PlainMedium(Path file) throws IOException {
    out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    position += length;
  }

  @Override
  public void filemark(byte[] sector) throws IOException {
    write(sector, 0, sector.length);
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public long written() {
    return position;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
