package org.pchat.sqlfile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The compressed container {@code MSSQLBAK}: chunks, padding, and filemarks as they are. */
final class PackedMedium implements Medium {
  private static final int FIRST_CHUNK = 480;
  private static final int MOST = 1 << 16;
  private static final int UNIT = 512;
  private static final int HEADER = 28;
  private static final int FILLER = 24;

  private final OutputStream out;
  private final int sector;
  private final byte[] chunk = new byte[MOST];
  private int filled;
  private long position;
  private long packed;

  PackedMedium(Path file, int sector) throws IOException {
    this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    this.sector = sector;
    byte[] head = new byte[FIRST_CHUNK];
    ByteBuffer.wrap(head)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("MSSQLBAK".getBytes(StandardCharsets.US_ASCII))
        .putInt(2)
        .putInt(3);
    put(head);
  }

  private void put(byte[] bytes) throws IOException {
    out.write(bytes);
    packed += bytes.length;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int at = from;
    while (at < from + length) {
      int count = Math.min(MOST - filled, from + length - at);
      System.arraycopy(bytes, at, chunk, filled, count);
      filled += count;
      at += count;
      if (filled == MOST) {
        flush();
      }
    }
    position += length;
  }

  private void flush() throws IOException {
    if (filled == 0) {
      return;
    }
    byte[] bytes = XpressPacker.pack(Arrays.copyOf(chunk, filled));
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 0x21).put((byte) (filled / UNIT)).putShort((short) bytes.length);
    header.putInt(24, checksum(bytes));
    put(header.array());
    put(bytes);
    filled = 0;
  }

  private static int checksum(byte[] bytes) {
    ByteBuffer words =
        ByteBuffer.wrap(Arrays.copyOf(bytes, (bytes.length + 3) & ~3))
            .order(ByteOrder.LITTLE_ENDIAN);
    int sum = 0;
    while (words.hasRemaining()) {
      sum = Integer.rotateLeft(sum, 1) ^ words.getInt();
    }
    return sum;
  }

  @Override
  public void filemark(byte[] block) throws IOException {
    flush();
    int room = (int) (-packed & (sector - 1));
    if (room > 0 && room < FILLER) {
      room += sector;
    }
    if (room > 0) {
      byte[] filler = new byte[room];
      filler[0] = 0x24;
      filler[2] = (byte) (room - FILLER);
      filler[3] = (byte) ((room - FILLER) >> 8);
      put(filler);
    }
    put(block);
    position += block.length;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public long written() {
    return packed;
  }

  @Override
  public void close() throws IOException {
    flush();
    out.close();
  }
}
