package org.pchat.layout;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pchat.model.Behavior;
import org.pchat.model.Guid;
import org.pchat.model.PrincipalType;
import org.pchat.model.RoleType;
import org.pchat.model.Spelled;
import org.pchat.model.Ticks;
import org.pchat.model.Visibility;

/** The plain spellings of values. */
final class PlainValues {
  private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]{32}");

  /** Where GUIDs stand in the product's own URIs. */
  private static final Pattern IN_URI =
      Pattern.compile(
          "(?:ma-(?:chan|cat)://[^/]*/|ma-grp:)\\{?([0-9A-Fa-f-]{36})\\}?(?:@.*)?",
          Pattern.CASE_INSENSITIVE);

  private PlainValues() {}

  static Optional<Long> number(String value) {
    try {
      return Optional.of(Long.parseLong(value));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  static Optional<Integer> integer(String value) {
    return number(value).filter(n -> n == n.intValue()).map(Long::intValue);
  }

  static Optional<Boolean> truth(String value) {
    return switch (value) {
      case "true", "1" -> Optional.of(true);
      case "false", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Reads true, false, 1 or 0 in whatever case. */
  static Optional<Boolean> truthInAnyCase(String value) {
    return truth(value.toLowerCase(Locale.ROOT));
  }

  static Optional<LocalDateTime> datetime(String value) {
    try {
      return Optional.of(LocalDateTime.parse(value, DateTimeFormatter.ISO_LOCAL_DATE_TIME));
    } catch (DateTimeParseException notADatetime) {
      return Optional.empty();
    }
  }

  /** Reads a GUID in any of its forms, or inside one of the product's URIs. */
  static Optional<Guid> guid(String value) {
    String bare = value;
    if ((value.startsWith("{") && value.endsWith("}"))
        || (value.startsWith("(") && value.endsWith(")"))) {
      bare = value.substring(1, value.length() - 1);
    }
    if (bare.length() == 32 && DIGITS.matcher(bare).matches()) {
      return Optional.of(
          new Guid(
              Long.parseUnsignedLong(bare, 0, 16, 16), Long.parseUnsignedLong(bare, 16, 32, 16)));
    }
    Optional<Guid> plain = Guid.tryParse(bare);
    return plain.isPresent() ? plain : guidInUri(value);
  }

  /** Reads the GUID inside one of the product's URIs. */
  static Optional<Guid> guidInUri(String uri) {
    if (!uri.regionMatches(true, 0, "ma-", 0, 3)) {
      return Optional.empty();
    }
    Matcher matcher = IN_URI.matcher(uri);
    return matcher.matches() ? Guid.tryParse(matcher.group(1)) : Optional.empty();
  }

  /** Reads a word of the model, the published number of one, or the cmdlets' word for it. */
  static <W extends Spelled> Optional<W> word(String value, W[] words) {
    for (W word : words) {
      if (word.word().equalsIgnoreCase(value) || alias(word).equalsIgnoreCase(value)) {
        return Optional.of(word);
      }
    }
    Optional<Integer> number = integer(value);
    if (number.isPresent()) {
      for (W word : words) {
        if (number(word) == number.get()) {
          return Optional.of(word);
        }
      }
    }
    return Optional.empty();
  }

  private static String alias(Spelled word) {
    if (word instanceof Visibility visibility) {
      return visibility.privacy();
    }
    return word == RoleType.VOICED ? "Presenter" : word.word();
  }

  /** Returns the published number of a word; docs/format.md says of which tables. */
  private static int number(Spelled word) {
    if (word instanceof PrincipalType type) {
      return type.id();
    }
    if (word instanceof Visibility visibility) {
      return switch (visibility) {
        case PRIVATE -> 2;
        case SCOPE -> 3;
        case OPEN -> 6;
      };
    }
    if (word instanceof Behavior behavior) {
      return behavior == Behavior.NORMAL ? 4 : 5;
    }
    return Integer.MIN_VALUE;
  }

  /** Reads ticks of a zone's local time as if they had been written in UTC. */
  static Ticks inZone(Ticks ticks, ZoneId zone) {
    if (!ticks.hasIso()) {
      return ticks;
    }
    var local = LocalDateTime.ofInstant(ticks.toInstant(), ZoneOffset.UTC);
    return Ticks.of(local.atZone(zone).toInstant());
  }

  /** Returns a value as messages quote it. */
  static String shortened(String value) {
    return value.length() <= 60 ? value : value.substring(0, 57) + "...";
  }
}
