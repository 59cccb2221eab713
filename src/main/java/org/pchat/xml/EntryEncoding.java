package org.pchat.xml;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.UnsupportedArchiveException;
import org.pchat.problem.XmlProblem;

/**
 * How the bytes of an entry spell characters, found from its first bytes as XML 1.0 appendix F
 * describes.
 *
 * @param charset the encoding
 * @param markLength how many bytes the byte order mark takes
 * @param declared the name in the XML declaration, or null
 */
record EntryEncoding(Charset charset, int markLength, @Nullable String declared) {
  /** How many bytes {@link #of} wants to see, if there are that many. */
  static final int HEAD = 1024;

  /** Encodings of one byte a character, by their names in Java. */
  private static final Pattern SINGLE_BYTE =
      Pattern.compile(
          "US-ASCII|ISO-8859-([1-9]|13|15)|windows-125[0-8]|KOI8-[RU]|IBM(437|850|852|866)");

  private static final Pattern DECLARATION =
      Pattern.compile("<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*([\"'])([^\"'>]*)\\1");

  /**
   * Returns the encoding of an entry.
   *
   * @param head its first bytes, {@link #HEAD} or all there are
   * @param where the entry
   */
  static EntryEncoding of(byte[] head, Location where) {
    String hex = hexOfFirstFour(head);
    refuseOtherFamilies(hex, where);
    if (hex.startsWith("EFBBBF")) {
      return agreed(head, StandardCharsets.UTF_8, 3, where);
    }
    if (hex.startsWith("FFFE")) {
      return agreed(head, StandardCharsets.UTF_16LE, 2, where);
    }
    if (hex.startsWith("FEFF")) {
      return agreed(head, StandardCharsets.UTF_16BE, 2, where);
    }
    return switch (hex) {
      case "3C003F00" -> agreed(head, StandardCharsets.UTF_16LE, 0, where);
      case "003C003F" -> agreed(head, StandardCharsets.UTF_16BE, 0, where);
      default -> asDeclared(head, where);
    };
  }

  private static String hexOfFirstFour(byte[] head) {
    return HexFormat.of().withUpperCase().formatHex(head, 0, Math.min(4, head.length));
  }

  private static void refuseOtherFamilies(String hex, Location where) {
    switch (hex) {
      case "0000FEFF", "FFFE0000", "0000003C", "3C000000" -> throw unsupported("UTF-32", where);
      case "4C6FA794" -> throw unsupported("EBCDIC", where);
      default -> {}
    }
  }

  /** Returns the encoding that the bytes show, if the declaration says nothing else. */
  private static EntryEncoding agreed(byte[] head, Charset actual, int mark, Location where) {
    String declared = declaration(head, actual, mark);
    if (declared != null && !agrees(declared.toUpperCase(Locale.ROOT), actual)) {
      throw malformed(XmlProblem.ENCODING_CONTRADICTED, where, declared, actual.name());
    }
    return new EntryEncoding(actual, mark, declared);
  }

  private static boolean agrees(String declared, Charset actual) {
    return declared.equals(actual.name())
        || (declared.equals("UTF-16") && actual.name().startsWith("UTF-16"));
  }

  /** Returns the encoding that is declared, which without a mark is the only witness. */
  private static EntryEncoding asDeclared(byte[] head, Location where) {
    String declared = declaration(head, StandardCharsets.ISO_8859_1, 0);
    if (declared == null || declared.equalsIgnoreCase("UTF-8")) {
      return new EntryEncoding(StandardCharsets.UTF_8, 0, declared);
    }
    if (declared.toUpperCase(Locale.ROOT).startsWith("UTF-16")) {
      throw malformed(XmlProblem.UTF_16_DECLARED, where, declared);
    }
    Charset charset = charset(declared);
    if (charset == null || !SINGLE_BYTE.matcher(charset.name()).matches()) {
      throw unsupported(declared, where);
    }
    return new EntryEncoding(charset, 0, declared);
  }

  private static @Nullable String declaration(byte[] head, Charset charset, int mark) {
    Matcher matcher = DECLARATION.matcher(new String(head, mark, head.length - mark, charset));
    return matcher.lookingAt() ? Refusals.brief(matcher.group(2)) : null;
  }

  private static @Nullable Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  private static ArchiveException unsupported(String name, Location where) {
    return new UnsupportedArchiveException(
        Problem.of(XmlProblem.ENCODING_UNSUPPORTED, where, name));
  }

  private static ArchiveException malformed(XmlProblem code, Location where, Object... arguments) {
    return new MalformedArchiveException(Problem.of(code, where, arguments));
  }
}
