package org.pchat.salvage;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of an entry spell characters, whatever its declaration says.
 *
 * @param charset the encoding
 * @param start the first byte behind a byte order mark
 * @param remark what is wrong with the declaration, in words; null if nothing is
 * @param exact whether there is no doubt about it
 */
record FoundEncoding(Charset charset, long start, @Nullable String remark, boolean exact) {
  private static final int HEAD = 1024;
  private static final String ANSI = "windows-1252";
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"'>]*)[\"']");

  /** Looks at the first bytes and, where they leave a doubt, at all. */
  static FoundEncoding of(Spool entry) throws IOException {
    byte[] head = entry.bytes(0, HEAD);
    FoundEncoding wide = wide(head);
    if (wide != null) {
      return wide;
    }
    int start = begins(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    String declared = declared(head, StandardCharsets.ISO_8859_1);
    Utf8Census census = Utf8Census.of(entry);
    if (isUtf8(declared) || start > 0) {
      return narrow(declared, census, start);
    }
    Charset charset = singleByte(declared);
    if (charset != null && (census.malformed() > 0 || census.longer() == 0)) {
      return new FoundEncoding(charset, start, null, true);
    }
    String remark = "declared as " + declared + ", but it is UTF-8";
    return new FoundEncoding(StandardCharsets.UTF_8, start, remark, true);
  }

  /** What is called UTF-8 and has not one character of it is what Windows called ANSI. */
  private static FoundEncoding narrow(@Nullable String declared, Utf8Census census, int start) {
    if (start == 0 && census.malformed() > 0 && census.longer() == 0 && Charset.isSupported(ANSI)) {
      String remark = "declared as UTF-8, which it is not; taken as " + ANSI;
      return new FoundEncoding(Charset.forName(ANSI), start, remark, false);
    }
    String remark =
        isUtf8(declared) ? null : "declared as " + declared + ", but its first bytes say UTF-8";
    return new FoundEncoding(StandardCharsets.UTF_8, start, remark, true);
  }

  private static @Nullable FoundEncoding wide(byte[] head) {
    if (begins(head, 0xFF, 0xFE)) {
      return wide(head, StandardCharsets.UTF_16LE, 2);
    }
    if (begins(head, 0xFE, 0xFF)) {
      return wide(head, StandardCharsets.UTF_16BE, 2);
    }
    if (begins(head, '<', 0) && head.length > 3 && head[3] == 0) {
      return wide(head, StandardCharsets.UTF_16LE, 0);
    }
    if (begins(head, 0, '<', 0)) {
      return wide(head, StandardCharsets.UTF_16BE, 0);
    }
    return null;
  }

  private static FoundEncoding wide(byte[] head, Charset charset, int start) {
    String declared = declared(head, charset);
    boolean agrees = declared != null && declared.toUpperCase(Locale.ROOT).startsWith("UTF-16");
    String remark =
        agrees || (declared == null && start > 0)
            ? null
            : "declared as " + declared + ", but its bytes are " + charset.name();
    return new FoundEncoding(charset, start, remark, true);
  }

  private static @Nullable String declared(byte[] head, Charset charset) {
    Matcher matcher = DECLARED.matcher(new String(head, charset));
    return matcher.find() && matcher.start() <= 1 ? matcher.group(1) : null;
  }

  private static boolean isUtf8(@Nullable String declared) {
    return declared == null || declared.equalsIgnoreCase("UTF-8");
  }

  /** Returns an encoding whose characters below U+0080 are bytes; null for any other. */
  private static @Nullable Charset singleByte(@Nullable String name) {
    try {
      Charset charset = name == null ? null : Charset.forName(name);
      return charset != null && charset.newEncoder().maxBytesPerChar() == 1 ? charset : null;
    } catch (IllegalCharsetNameException
        | UnsupportedCharsetException
        | UnsupportedOperationException e) {
      return null;
    }
  }

  private static boolean begins(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns how many bytes a character of markup takes. */
  int unit() {
    return charset.name().startsWith("UTF-16") ? 2 : 1;
  }

  /** Returns the XML declaration for text in this encoding. */
  String declaration() {
    return "<?xml version=\"1.0\" encoding=\"" + charset.name() + "\"?>\n";
  }
}
