package org.pchat.spill;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Text of any length as bytes: one byte a character where all are Latin-1, else two.
 *
 * <p>Unlike UTF-8 it keeps lone surrogates, and it takes about as many bytes as the text takes on
 * the heap.
 */
public final class CompactText {
  private static final int ABSENT = 0;
  private static final int LATIN_1 = 1;
  private static final int UTF_16 = 2;

  private CompactText() {}

  /** Writes {@code text}. */
  public static void write(@Nullable String text, DataOutput out) throws IOException {
    if (text == null) {
      out.writeByte(ABSENT);
      return;
    }
    boolean narrow = isLatin1(text);
    byte[] bytes = narrow ? text.getBytes(ISO_8859_1) : utf16(text);
    out.writeByte(narrow ? LATIN_1 : UTF_16);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Reads a text that is never null. */
  public static String read(DataInput in) throws IOException {
    String text = readNullable(in);
    if (text == null) {
      throw new IOException("a text is missing in a temporary file");
    }
    return text;
  }

  /** Reads what {@link #write} wrote, null included. */
  public static @Nullable String readNullable(DataInput in) throws IOException {
    int form = in.readByte();
    if (form == ABSENT) {
      return null;
    }
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return form == LATIN_1
        ? new String(bytes, ISO_8859_1)
        : ByteBuffer.wrap(bytes).asCharBuffer().toString();
  }

  private static boolean isLatin1(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xFF) {
        return false;
      }
    }
    return true;
  }

  /** The charset of that name would replace lone surrogates. */
  private static byte[] utf16(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(text.length(), Character.BYTES));
    bytes.asCharBuffer().put(text);
    return bytes.array();
  }
}
