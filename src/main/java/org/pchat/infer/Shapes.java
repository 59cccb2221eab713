package org.pchat.infer;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pchat.model.Guid;

/** Tells the shapes of values. */
final class Shapes {
  private static final int MOST_PARSED = 512;
  private static final Set<String> FLAGS = Set.of("true", "false", "yes", "no", "1", "0");
  private static final Pattern ISO =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d([.,]\\d{1,9})?)?"
              + "(?<zone>Z|[+-]\\d\\d:?\\d\\d)?");
  private static final Pattern OTHER_DATE =
      Pattern.compile(
          "(\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2})"
              + "([ T,]+\\d{1,2}[:.]\\d\\d([:.]\\d\\d)?( ?[AaPp]\\.?[Mm]\\.?)?)?");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@:/<>]+@[^\\s@:/<>]+\\.[^\\s@:/<>]+");
  private static final Pattern DISTINGUISHED =
      Pattern.compile("(?i)(CN|OU|DC|O|UID)=[^=]+(,\\s*(CN|OU|DC|O|C|L|ST|UID)=[^=]+)*");

  private Shapes() {}

  /** Returns the set of the shapes of a value that is not empty. */
  static int of(String value) {
    String text = value.strip();
    if (text.isEmpty()) {
      return 0;
    }
    if (text.startsWith("{\\rtf")) {
      return Shape.RTF.bit();
    }
    int set = words(text) | encoded(text);
    if (text.length() > MOST_PARSED) {
      return set;
    }
    return set | numeric(text) | dated(text) | addressed(text) | worded(text);
  }

  private static int words(String text) {
    int words = 1;
    boolean blank = false;
    for (int i = 0; i < text.length() && words < 5; i++) {
      boolean now = Character.isWhitespace(text.charAt(i));
      words += blank && !now ? 1 : 0;
      blank = now;
    }
    return (words > 1 ? Shape.WORDS.bit() : 0) | (words >= 5 ? Shape.PROSE.bit() : 0);
  }

  private static int encoded(String text) {
    if (text.length() % 4 != 0) {
      return 0;
    }
    int end = text.length() - (text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!letter && c != '+' && c != '/') {
        return 0;
      }
    }
    return Shape.BASE64.bit();
  }

  private static int numeric(String text) {
    Optional<Long> parsed = number(text);
    if (parsed.isEmpty()) {
      return 0;
    }
    long number = parsed.get();
    int set = Shape.INTEGER.bit();
    set |= within(number, 599_266_080_000_000_000L, 662_380_416_000_000_000L, Shape.TICKS);
    set |= within(number, 788_918_400L, 2_208_988_800L, Shape.UNIX_SECONDS);
    return set | within(number, 788_918_400_000L, 2_208_988_800_000L, Shape.UNIX_MILLIS);
  }

  private static int within(long number, long from, long to, Shape shape) {
    return number >= from && number < to ? shape.bit() : 0;
  }

  /** Returns the whole number that a text is. */
  static Optional<Long> number(String text) {
    int digits = text.startsWith("-") ? 1 : 0;
    if (text.length() == digits || text.length() > 20) {
      return Optional.empty();
    }
    for (int i = digits; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException tooLong) {
      return Optional.empty();
    }
  }

  private static int dated(String text) {
    char first = text.charAt(0);
    if (first < '0' || first > '9' || text.length() < 6 || text.length() > 40) {
      return 0;
    }
    var iso = ISO.matcher(text);
    if (iso.matches()) {
      return iso.group("zone") == null ? Shape.ISO_LOCAL.bit() : Shape.ISO_ZONED.bit();
    }
    return OTHER_DATE.matcher(text).matches() ? Shape.OTHER_DATE.bit() : 0;
  }

  private static int addressed(String text) {
    if (Guids.parse(text).isPresent()) {
      return Shape.GUID.bit();
    }
    int set = Guids.inside(text).isPresent() ? Shape.WITH_GUID.bit() : 0;
    int colon = text.indexOf(':');
    if (colon > 0 && colon < 12) {
      set |= scheme(text.substring(0, colon).toLowerCase(Locale.ROOT));
    }
    if (text.indexOf('@') > 0 && EMAIL.matcher(text).matches()) {
      set |= Shape.EMAIL.bit();
    }
    return text.indexOf('=') > 0 && DISTINGUISHED.matcher(text).matches()
        ? set | Shape.DISTINGUISHED_NAME.bit()
        : set;
  }

  private static int scheme(String scheme) {
    return switch (scheme) {
      case "sip", "sips" -> Shape.SIP.bit();
      case "ma-grp" -> Shape.GROUP_URI.bit();
      case "ma-chan" -> Shape.ROOM_URI.bit();
      case "ma-cat" -> Shape.CATEGORY_URI.bit();
      case "http", "https" -> Shape.URL.bit();
      default -> 0;
    };
  }

  private static int worded(String text) {
    return FLAGS.contains(text.toLowerCase(Locale.ROOT)) ? Shape.FLAG.bit() : 0;
  }

  /** The forms of a GUID. */
  static final class Guids {
    private Guids() {}

    /** Returns the GUID that a text is in any form. */
    static Optional<Guid> parse(String text) {
      int length = text.length();
      if (length == 38) {
        char open = text.charAt(0);
        char close = text.charAt(37);
        boolean wrapped = (open == '{' && close == '}') || (open == '(' && close == ')');
        return wrapped ? Guid.tryParse(text.substring(1, 37)) : Optional.empty();
      }
      if (length == 32) {
        return Guid.tryParse(dashed(text));
      }
      return Guid.tryParse(text);
    }

    private static String dashed(String hex) {
      return hex.substring(0, 8)
          + '-'
          + hex.substring(8, 12)
          + '-'
          + hex.substring(12, 16)
          + '-'
          + hex.substring(16, 20)
          + '-'
          + hex.substring(20);
    }

    /** Returns the first GUID inside an address: behind a slash or the scheme's colon. */
    static Optional<Guid> inside(String text) {
      for (int i = text.indexOf('-'); i >= 8 && i <= text.length() - 28; ) {
        Optional<Guid> guid = Guid.tryParse(text.substring(i - 8, i + 28));
        if (guid.isPresent() && text.length() > 38) {
          return guid;
        }
        i = text.indexOf('-', i + 1);
      }
      return Optional.empty();
    }
  }
}
