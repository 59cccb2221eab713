package org.pchat.salvage;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a record readable whose only fault are characters that XML does not allow, or bytes that
 * are no characters. Markup is never touched.
 */
final class RecordRepair {
  private static final char REPLACEMENT = '\uFFFD';

  /* CDATA is matched first, since what looks like a reference in it is none. */
  private static final Pattern SUSPECT =
      Pattern.compile(
          "<!\\[CDATA\\[.*?]]>|&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,10}));|[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]",
          Pattern.DOTALL);
  private static final Pattern ILLEGAL =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");
  private static final Pattern HALF_ESCAPE = Pattern.compile("_x[0-9A-Fa-f]{4}$");

  private final boolean escapes;
  private final Map<String, Integer> changes = new TreeMap<>();
  private boolean exact = true;

  /**
   * Begins.
   *
   * @param escapes whether the layout has a spelling for such characters
   */
  RecordRepair(boolean escapes) {
    this.escapes = escapes;
  }

  /** Returns the text of a record with everything replaced that XML cannot hold. */
  String repair(byte[] bytes, Charset charset) {
    String decoded = decode(bytes, charset);
    var repaired = new StringBuilder(decoded.length() + 16);
    Matcher suspect = SUSPECT.matcher(decoded);
    int copied = 0;
    while (suspect.find()) {
      repaired.append(decoded, copied, suspect.start());
      copied = suspect.end();
      replace(suspect, repaired);
    }
    return encodable(repaired.append(decoded, copied, decoded.length()).toString(), charset);
  }

  private void replace(Matcher suspect, StringBuilder repaired) {
    String found = suspect.group();
    if (found.startsWith("<")) {
      Matcher illegal = ILLEGAL.matcher(found);
      int copied = 0;
      while (illegal.find()) {
        repaired.append(found, copied, illegal.start());
        append(illegal.group().charAt(0), repaired);
        copied = illegal.end();
      }
      repaired.append(found, copied, found.length());
    } else if (!found.startsWith("&")) {
      append(found.charAt(0), repaired);
    } else {
      long code =
          suspect.group(1) != null
              ? Long.parseLong(suspect.group(1), 16)
              : Long.parseLong(suspect.group(2));
      if (isLegal(code)) {
        repaired.append(found);
      } else {
        append(code, repaired);
      }
    }
  }

  private static boolean isLegal(long code) {
    return code == 9
        || code == 10
        || code == 13
        || (code >= 0x20 && code < 0xD800)
        || (code > 0xDFFF && code < 0xFFFE)
        || (code >= 0x10000 && code <= 0x10FFFF);
  }

  private void append(long code, StringBuilder repaired) {
    boolean escapable = escapes && code <= 0xFFFF;
    if (!escapable) {
      repaired.append(REPLACEMENT);
      count("U+%04X replaced by U+FFFD".formatted(code));
      exact = false;
      return;
    }
    // "_x0041" and U+000B must not become "_x0041_x000B_", which begins with an A.
    Matcher half = HALF_ESCAPE.matcher(repaired);
    int from = Math.max(0, repaired.length() - 6);
    if (half.region(from, repaired.length()).find()) {
      repaired.replace(half.start(), half.start() + 1, "_x005F_");
    }
    String spelling = "_x%04X_".formatted(code);
    repaired.append(spelling);
    count("U+%04X written %s".formatted(code, spelling));
  }

  private String decode(byte[] bytes, Charset charset) {
    CharsetDecoder decoder = charset.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 2);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        return out.flip().toString();
      }
      var malformed = new byte[result.length()];
      in.get(malformed);
      out.put(REPLACEMENT);
      exact = false;
      String hex = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(malformed);
      count("the bytes " + hex + ", which are no " + charset.name() + ", replaced by U+FFFD");
    }
  }

  private static String encodable(String text, Charset charset) {
    return charset.newEncoder().canEncode(REPLACEMENT)
        ? text
        : text.replace(String.valueOf(REPLACEMENT), "&#xFFFD;");
  }

  private void count(String change) {
    changes.merge(change, 1, Integer::sum);
  }

  /** Returns whether anything was changed. */
  boolean hasChanged() {
    return !changes.isEmpty();
  }

  /** Returns whether what was changed means the same as before. */
  boolean isExact() {
    return exact;
  }

  /** Returns what was changed, in words. */
  String words() {
    return changes.entrySet().stream()
        .limit(10)
        .map(e -> e.getKey() + (e.getValue() > 1 ? " (" + e.getValue() + " times)" : ""))
        .collect(Collectors.joining("; "));
  }
}
