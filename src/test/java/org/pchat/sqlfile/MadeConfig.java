package org.pchat.sqlfile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;

/** The chunks in which a backup set speaks of its database. */
final class MadeConfig {
  private static final int GENERAL = 0x170;
  private static final int FILE = 0x40;

  private MadeConfig() {}

  static byte[] general(String database, LocalDateTime time, long plain, long packed) {
    byte[] name = MadeBackup.wide(database);
    byte[] server = MadeBackup.wide("SQL01");
    byte[] bytes = new byte[GENERAL + name.length + server.length];
    ByteBuffer chunk = chunk("SCIN", bytes);
    chunk.putShort(0x18, (short) 2000).put(0x1B, (byte) 15);
    for (int at : new int[] {0x48, 0x4D, 0x52}) {
      MadeBlock.date(chunk, at, time);
    }
    chunk.put(0x5B, (byte) 150);
    chunk.putShort(0x5E, (short) MadeDatabase.VERSION);
    chunk.putLong(0x60, plain).putLong(0x158, packed);
    address(chunk, 0x68, GENERAL, name);
    address(chunk, 0x6C, GENERAL + name.length, server);
    return bytes;
  }

  static byte[] group() {
    byte[] name = MadeBackup.wide("PRIMARY");
    byte[] bytes = new byte[0x20 + name.length];
    ByteBuffer chunk = chunk("SFGI", bytes);
    chunk.put(0x20, name);
    return bytes;
  }

  /** Returns the chunk of a file: 1 the data, 2 the log. */
  static byte[] file(String logicalName, int kind, long length) {
    byte[] name = MadeBackup.wide(logicalName);
    byte[] path = MadeBackup.wide("D:\\Data\\" + logicalName + (kind == 1 ? ".mdf" : ".ldf"));
    byte[] bytes = new byte[FILE + name.length + path.length];
    ByteBuffer chunk = chunk("SFIN", bytes);
    chunk.putInt(0x10, MadePage.SIZE).putInt(0x14, kind);
    chunk.putInt(0x18, kind == 1 ? (int) (length / MadePage.SIZE) : 0);
    chunk.putInt(0x1C, kind).putInt(0x20, 512).putInt(0x24, kind == 1 ? 1 : 0);
    chunk.putLong(0x28, length);
    address(chunk, 0x30, FILE, name);
    address(chunk, 0x34, FILE + name.length, path);
    return bytes;
  }

  private static ByteBuffer chunk(String tag, byte[] bytes) {
    ByteBuffer chunk = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return chunk.put(0, tag.getBytes(StandardCharsets.US_ASCII)).putInt(4, bytes.length);
  }

  private static void address(ByteBuffer chunk, int at, int place, byte[] text) {
    chunk.putShort(at, (short) text.length).putShort(at + 2, (short) place);
    chunk.put(place, text);
  }
}
