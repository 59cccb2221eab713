package org.pchat.sqlfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Spells rows in the format of row and page compression, as others describe it. Nobody has held it
 * against a real page.
 */
final class MadePacked {
  private static final int CLUSTER = 30;
  private static final int LONGEST_ROW = 8000;
  private static final int INLINE = 4000;

  private final MadeLayout layout;
  private final MadeLobs lobs;
  private @Nullable List<byte @Nullable []> anchor;
  private byte @Nullable [] symbol;

  MadePacked(MadeLayout layout, MadeLobs lobs) {
    this.layout = layout;
    this.lobs = lobs;
  }

  /** Begins a page of page compression whose rows may begin as the first one does. */
  byte[] lead(@Nullable Object... first) throws IOException {
    anchor = null;
    symbol = null;
    List<byte @Nullable []> values = new ArrayList<>();
    for (int i = 0; i < first.length; i++) {
      Object value = first[i];
      boolean text = layout.columns().get(i).isVariable() && !layout.columns().get(i).hasNoLimit();
      values.add(text && value != null ? bytes(layout.columns().get(i), value) : null);
    }
    byte[] row = row(values, new boolean[first.length]);
    anchor = values;
    symbol = new byte[] {0, 'd', 'i', 'c', 't'};
    var out = new ByteArrayOutputStream();
    int end = 7 + row.length;
    out.write(6);
    word(out, 0);
    word(out, end);
    word(out, end + 2 + 2 + symbol.length);
    out.writeBytes(row);
    word(out, 1);
    word(out, symbol.length);
    out.writeBytes(symbol);
    return out.toByteArray();
  }

  private static void word(ByteArrayOutputStream out, int value) {
    out.write(value);
    out.write(value >> 8);
  }

  byte[] row(@Nullable Object... values) throws IOException {
    List<byte @Nullable []> all = new ArrayList<>();
    boolean[] complex = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      MadeColumn column = layout.columns().get(i);
      Object value = values[i];
      byte[] bytes = value == null ? null : bytes(column, value);
      if (bytes != null && column.hasNoLimit() && bytes.length > INLINE) {
        bytes = lobs.store(bytes);
        complex[i] = true;
      }
      all.add(bytes);
    }
    byte[] row = row(all, complex);
    if (row.length > LONGEST_ROW) {
      throw new IllegalArgumentException("the row is too long");
    }
    return row;
  }

  private byte[] row(List<byte @Nullable []> values, boolean[] complex) {
    int count = values.size();
    int[] codes = new int[count];
    var shorts = new ByteArrayOutputStream();
    var longs = new ByteArrayOutputStream();
    List<Integer> ends = new ArrayList<>();
    List<Integer> clusters = new ArrayList<>();
    List<Integer> longCounts = new ArrayList<>();
    int clusterStart = 0;
    for (int i = 0; i < count; i++) {
      if (i > 0 && i % CLUSTER == 0) {
        clusters.add(shorts.size() - clusterStart);
        longCounts.add(ends.size());
        clusterStart = shorts.size();
      }
      byte[] stored = stored(i, values.get(i), complex[i]);
      codes[i] = code(i, values.get(i), stored, complex[i]);
      if (codes[i] == 10) {
        longs.writeBytes(Objects.requireNonNull(stored));
        ends.add(complex[i] ? longs.size() | 0x8000 : longs.size());
      } else if (codes[i] > 1 && codes[i] != 11) {
        shorts.writeBytes(Objects.requireNonNull(stored));
      }
    }
    var out = new ByteArrayOutputStream();
    out.write(ends.isEmpty() ? 1 : 0x21);
    if (count >= 128) {
      out.write(0x80 | (count >> 8));
    }
    out.write(count);
    for (int i = 0; i < count; i += 2) {
      out.write(codes[i] | (i + 1 < count ? (codes[i + 1] << 4) : 0));
    }
    clusters.forEach(out::write);
    out.writeBytes(shorts.toByteArray());
    if (!ends.isEmpty()) {
      out.write(1);
      word(out, ends.size());
      ends.forEach(end -> word(out, end));
      longCounts.forEach(out::write);
      out.writeBytes(longs.toByteArray());
    }
    return out.toByteArray();
  }

  private int code(int column, byte @Nullable [] value, byte @Nullable [] stored, boolean complex) {
    if (value == null) {
      return 0;
    }
    if (layout.columns().get(column).type() == MadeColumn.BIT) {
      return value[0] == 0 ? 1 : 11;
    }
    if (stored == null) {
      return 1;
    }
    if (stored.length == 1 && stored[0] == 0 && Arrays.equals(value, dictionary(column))) {
      return 12;
    }
    return complex || stored.length > 8 ? 10 : stored.length + 1;
  }

  private byte @Nullable [] dictionary(int column) {
    byte[] of = anchor == null ? null : anchor.get(column);
    return of == null || of.length == 0 ? null : "dict".getBytes(StandardCharsets.US_ASCII);
  }

  /** Returns what stands in the row; null for nothing: empty, or what the anchor has. */
  private byte @Nullable [] stored(int column, byte @Nullable [] value, boolean complex) {
    byte[] of = anchor == null || complex ? null : anchor.get(column);
    if (value == null) {
      return null;
    }
    if (of == null || of.length == 0) {
      return value.length == 0 ? null : value;
    }
    if (Arrays.equals(of, value)) {
      return null;
    }
    if (Arrays.equals(value, dictionary(column))) {
      return new byte[1];
    }
    int common = 0;
    while (common < Math.min(127, Math.min(of.length, value.length))
        && of[common] == value[common]) {
      common++;
    }
    byte[] stored = new byte[1 + value.length - common];
    stored[0] = (byte) common;
    System.arraycopy(value, common, stored, 1, value.length - common);
    return stored;
  }

  private static byte[] bytes(MadeColumn column, Object value) {
    return switch (column.type()) {
      case MadeColumn.BIT -> new byte[] {(byte) (Boolean.TRUE.equals(value) ? 1 : 0)};
      case MadeColumn.TINYINT -> unsigned(((Number) value).longValue());
      case MadeColumn.INT, MadeColumn.SMALLINT, MadeColumn.BIGINT ->
          integer(((Number) value).longValue());
      case MadeColumn.DATETIME -> {
        byte[] plain = MadeValue.bytes(column, (LocalDateTime) value);
        long ticks = 0;
        for (int i = 7; i >= 0; i--) {
          ticks = (ticks << 8) | (plain[i] & 0xFF);
        }
        yield integer(ticks);
      }
      case MadeColumn.DECIMAL -> decimal((BigDecimal) value);
      case MadeColumn.CHAR, MadeColumn.NCHAR -> text(column, ((String) value).stripTrailing());
      case MadeColumn.NVARCHAR -> text(column, (String) value);
      case MadeColumn.BINARY -> trimmed((byte[]) value);
      default -> MadeValue.bytes(column, value);
    };
  }

  private static byte[] unsigned(long value) {
    return value == 0 ? new byte[0] : new byte[] {(byte) value};
  }

  private static byte[] trimmed(byte[] value) {
    int end = value.length;
    while (end > 0 && value[end - 1] == 0) {
      end--;
    }
    return Arrays.copyOf(value, end);
  }

  private static byte[] integer(long value) {
    if (value == 0) {
      return new byte[0];
    }
    int length = 1;
    while (length < 8 && (value < -(1L << (8 * length - 1)) || value >= (1L << (8 * length - 1)))) {
      length++;
    }
    long biased = value + (1L << (8 * length - 1));
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (biased >>> (8 * (length - 1 - i)));
    }
    return bytes;
  }

  /** One byte a letter where that makes an odd number of bytes, which tells it from UTF-16. */
  private static byte[] text(MadeColumn column, String text) {
    if (column.type() == MadeColumn.CHAR) {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
    boolean narrow = text.chars().allMatch(c -> c >= ' ' && c < 0x100);
    return narrow && text.length() % 2 == 1 && !column.hasNoLimit()
        ? text.getBytes(StandardCharsets.ISO_8859_1)
        : MadeValue.wide(text);
  }

  private static byte[] decimal(BigDecimal value) {
    if (value.signum() == 0) {
      return new byte[0];
    }
    String digits = value.abs().unscaledValue().toString();
    int exponent = digits.length() - 1 - value.scale();
    digits += "00".substring(0, (3 - digits.length() % 3) % 3);
    var bits = new StringBuilder();
    for (int i = 0; i < digits.length(); i += 3) {
      int group = Integer.parseInt(digits.substring(i, i + 3));
      bits.append("%10s".formatted(Integer.toBinaryString(group)).replace(' ', '0'));
    }
    bits.append("0".repeat((8 - bits.length() % 8) % 8));
    byte[] bytes = new byte[1 + bits.length() / 8];
    bytes[0] = (byte) ((value.signum() > 0 ? 0x80 : 0) | (exponent + 64));
    for (int i = 1; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i - 8, 8 * i), 2);
    }
    return bytes;
  }
}
