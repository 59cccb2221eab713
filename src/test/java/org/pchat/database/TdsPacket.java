package org.pchat.database;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Messages of TDS 7.4, the protocol of SQL Server: as much as the driver needs to read a pool. */
final class TdsPacket {
  static final int BATCH = 0x01;
  static final int RPC = 0x03;
  static final int ATTENTION = 0x06;
  static final int LOGIN = 0x10;
  static final int PRELOGIN = 0x12;
  private static final int SIZE = 4096;
  private static final int HEADER = 8;

  /** SQL_Latin1_General_CP1_CI_AS. */
  private static final byte[] COLLATION = {0x09, 0x04, (byte) 0xD0, 0x00, 0x34};

  private TdsPacket() {}

  /** A message: its type and content. */
  static final class Received {
    private final int type;
    private final byte[] content;

    Received(int type, byte[] content) {
      this.type = type;
      this.content = content;
    }

    int type() {
      return type;
    }

    byte[] content() {
      return content;
    }
  }

  static Received read(DataInputStream in) throws IOException {
    var content = new ByteArrayOutputStream();
    while (true) {
      int type = in.readUnsignedByte();
      int status = in.readUnsignedByte();
      int length = in.readUnsignedShort();
      in.skipNBytes(4);
      content.write(in.readNBytes(length - HEADER));
      if ((status & 1) == 1) {
        return new Received(type, content.toByteArray());
      }
    }
  }

  /** Puts an answer together, and sends it in packets as it grows. */
  static final class Answer {
    private final OutputStream out;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private int number = 1;

    Answer(OutputStream out) {
      this.out = out;
    }

    Answer bytes(int... bytes) {
      for (int b : bytes) {
        content.write(b);
      }
      return this;
    }

    Answer little(long value, int bytes) {
      for (int i = 0; i < bytes; i++) {
        content.write((int) (value >>> (8 * i)));
      }
      return this;
    }

    Answer raw(byte[] bytes) {
      content.writeBytes(bytes);
      return this;
    }

    Answer text(String text) {
      return raw(text.getBytes(StandardCharsets.UTF_16LE));
    }

    /** A text with its length in characters before it. */
    Answer shortText(String text) {
      return bytes(text.length()).text(text);
    }

    /** A part with its length before it. */
    Answer token(int token, Answer inside) {
      return bytes(token).little(inside.content.size(), 2).raw(inside.content.toByteArray());
    }

    Answer done(int token, int status, long rows) {
      return bytes(token).little(status, 2).little(0, 2).little(rows, 8);
    }

    void flush(boolean last) throws IOException {
      byte[] all = content.toByteArray();
      int at = 0;
      while (all.length - at > SIZE - HEADER) {
        packet(all, at, SIZE - HEADER, false);
        at += SIZE - HEADER;
      }
      content.reset();
      if (last) {
        packet(all, at, all.length - at, true);
        out.flush();
      } else {
        content.write(all, at, all.length - at);
      }
    }

    private void packet(byte[] all, int at, int length, boolean last) throws IOException {
      int size = length + HEADER;
      out.write(
          new byte[] {
            0x04, (byte) (last ? 1 : 0), (byte) (size >> 8), (byte) size, 0, 55, (byte) number++, 0
          });
      out.write(all, at, length);
    }
  }

  /** Describes a column as SQL Server has it, by what H2 calls it. */
  static void column(Answer answer, String name, String type, int length) {
    answer.little(0, 4).little(1, 2);
    switch (type) {
      case "INTEGER" -> answer.bytes(0x26, 4);
      case "BIGINT" -> answer.bytes(0x26, 8);
      case "SMALLINT" -> answer.bytes(0x26, 2);
      case "BOOLEAN" -> answer.bytes(0x68, 1);
      case "UUID" -> answer.bytes(0x24, 16);
      case "TIMESTAMP" -> answer.bytes(0x6F, 8);
      case "CLOCK" -> answer.bytes(0x2A, 7);
      case "NULL" -> answer.bytes(0x26, 4);
      default ->
          answer
              .bytes(name.equals("rtf") ? 0xA7 : 0xE7)
              .little(length > 4_000 ? 0xFFFF : length * 2L, 2)
              .raw(COLLATION);
    }
    answer.shortText(name);
  }

  static void value(Answer answer, ResultSet row, int column, String type, int length)
      throws SQLException {
    String name = row.getMetaData().getColumnLabel(column);
    boolean isNull = row.getObject(column) == null;
    switch (type) {
      case "INTEGER", "BIGINT", "SMALLINT", "BOOLEAN", "NULL" ->
          number(answer, isNull ? null : row.getLong(column), type);
      case "UUID" -> guid(answer, isNull ? null : UUID.fromString(row.getString(column)));
      case "TIMESTAMP" ->
          datetime(answer, isNull ? null : row.getObject(column, LocalDateTime.class));
      case "CLOCK" -> clock(answer, row.getObject(column, LocalDateTime.class));
      default -> string(answer, row.getString(column), name.equals("rtf"), length > 4_000);
    }
  }

  private static void number(Answer answer, Long value, String type) {
    int bytes =
        switch (type) {
          case "BIGINT" -> 8;
          case "SMALLINT" -> 2;
          case "BOOLEAN" -> 1;
          default -> 4;
        };
    if (value == null) {
      answer.bytes(0);
    } else {
      answer.bytes(bytes).little(value, bytes);
    }
  }

  private static void guid(Answer answer, UUID guid) {
    if (guid == null) {
      answer.bytes(0);
      return;
    }
    long high = guid.getMostSignificantBits();
    answer.bytes(16).little(high >>> 32, 4).little(high >>> 16, 2).little(high, 2);
    for (int i = 7; i >= 0; i--) {
      answer.bytes((int) (guid.getLeastSignificantBits() >>> (8 * i)));
    }
  }

  private static void datetime(Answer answer, LocalDateTime time) {
    if (time == null) {
      answer.bytes(0);
      return;
    }
    long days =
        ChronoUnit.DAYS.between(
            LocalDateTime.of(1900, 1, 1, 0, 0), time.toLocalDate().atStartOfDay());
    long ticks = Math.round(time.toLocalTime().toNanoOfDay() * 3 / 10_000_000.0);
    answer.bytes(8).little(days, 4).little(ticks, 4);
  }

  private static void clock(Answer answer, LocalDateTime time) {
    long days =
        ChronoUnit.DAYS.between(LocalDateTime.of(1, 1, 1, 0, 0), time.toLocalDate().atStartOfDay());
    answer.bytes(8).little(time.toLocalTime().toNanoOfDay() / 100, 5).little(days, 3);
  }

  private static void string(Answer answer, String text, boolean is8Bit, boolean isLong) {
    if (text == null) {
      answer.little(-1, isLong ? 8 : 2);
      return;
    }
    byte[] bytes =
        text.getBytes(is8Bit ? java.nio.charset.Charset.forName("windows-1252") : utf16());
    if (isLong) {
      answer.little(bytes.length, 8);
      if (bytes.length > 0) {
        answer.little(bytes.length, 4).raw(bytes);
      }
      answer.little(0, 4);
    } else {
      answer.little(bytes.length, 2).raw(bytes);
    }
  }

  private static java.nio.charset.Charset utf16() {
    return StandardCharsets.UTF_16LE;
  }
}
