package org.pchat.sqlfile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;

/** One block of a backup: its header, fields, texts and streams. */
final class MadeBlock {
  private static final int STREAM_HEADER = 22;

  private final ByteBuffer bytes = ByteBuffer.allocate(2048).order(ByteOrder.LITTLE_ENDIAN);
  private final ByteArrayOutputStream streams = new ByteArrayOutputStream();
  private int end;

  MadeBlock(String type, int length, int attributes) {
    bytes.put(0, letters(type)).putInt(4, attributes);
    bytes.put(10, (byte) 14).put(48, (byte) 2);
    end = length;
  }

  private static byte[] letters(String id) {
    return id.getBytes(StandardCharsets.US_ASCII);
  }

  MadeBlock number(int number) {
    return u32(36, number);
  }

  MadeBlock u8(int at, int value) {
    bytes.put(at, (byte) value);
    return this;
  }

  MadeBlock u16(int at, int value) {
    bytes.putShort(at, (short) value);
    return this;
  }

  MadeBlock u32(int at, int value) {
    bytes.putInt(at, value);
    return this;
  }

  MadeBlock date(int at, LocalDateTime time) {
    date(bytes, at, time);
    return this;
  }

  /** Puts a date of 5 bytes: 14 bits year, 4 month, 5 day, 5 hour, 6 minute, 6 second. */
  static void date(ByteBuffer into, int at, LocalDateTime time) {
    long packed = time.getYear();
    packed = (packed << 4) | time.getMonthValue();
    packed = (packed << 5) | time.getDayOfMonth();
    packed = (packed << 5) | time.getHour();
    packed = (packed << 6) | time.getMinute();
    packed = (packed << 6) | time.getSecond();
    for (int i = 0; i < 5; i++) {
      into.put(at + i, (byte) (packed >>> (8 * (4 - i))));
    }
  }

  /** Appends a text and puts its address. */
  MadeBlock text(int at, String text) {
    byte[] letters = MadeBackup.wide(text);
    u16(at, letters.length).u16(at + 2, end);
    bytes.put(end, letters);
    end += letters.length;
    return this;
  }

  /** Appends a whole stream. */
  void stream(String id, int attributes, byte[] content) {
    streams.writeBytes(header(id, attributes, content.length));
    streams.writeBytes(content);
    streams.writeBytes(new byte[-(STREAM_HEADER + content.length) & 3]);
  }

  private static byte[] header(String id, int attributes, long length) {
    ByteBuffer header = ByteBuffer.allocate(STREAM_HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put(0, letters(id)).putShort(6, (short) attributes).putLong(8, length);
    header.putShort(20, xor(header, 10));
    return header.array();
  }

  private static short xor(ByteBuffer of, int words) {
    short sum = 0;
    for (int i = 0; i < words; i++) {
      sum ^= of.getShort(2 * i);
    }
    return sum;
  }

  /** Returns the block with its streams, padded so that the next stands at a multiple of a unit. */
  byte[] finish(long position, int unit) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(sealed());
    out.writeBytes(streams.toByteArray());
    out.writeBytes(padding("SPAD", position + out.size(), unit));
    return out.toByteArray();
  }

  private byte[] sealed() {
    end = (end + 3) & ~3;
    bytes.putShort(8, (short) end);
    bytes.putShort(50, xor(bytes, 25));
    return Arrays.copyOf(bytes.array(), end);
  }

  private static byte[] padding(String id, long position, int unit) {
    int room = (int) Math.floorMod(-(position + STREAM_HEADER), (long) unit);
    return Arrays.copyOf(header(id, 0, room), STREAM_HEADER + room);
  }

  /** Returns a block without streams, which is one sector long. */
  byte[] alone(int sector) {
    bytes.putShort(8, (short) sector);
    bytes.putShort(50, xor(bytes, 25));
    return Arrays.copyOf(bytes.array(), Math.max(sector, 0));
  }

  /**
   * Returns what stands before the bytes of a long stream, so that these begin two bytes before a
   * sector.
   */
  byte[] open(String id, int attributes, long length, long position, int sector) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(sealed());
    long at = position + out.size();
    int room = (int) Math.floorMod(-(at + 2 * STREAM_HEADER + 2), (long) sector);
    out.writeBytes(Arrays.copyOf(header("APAD", 0, room), STREAM_HEADER + room));
    out.writeBytes(header(id, attributes, length));
    return out.toByteArray();
  }

  /** Returns what stands behind a long stream. */
  static byte[] close(String id, long position, int sector) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[(int) (-position & 3)]);
    out.writeBytes(header(id, 6, 0));
    out.writeBytes(new byte[2]);
    out.writeBytes(padding("SPAD", position + out.size(), sector));
    return out.toByteArray();
  }
}
