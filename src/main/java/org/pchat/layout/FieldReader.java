package org.pchat.layout;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;
import org.pchat.model.Spelled;
import org.pchat.model.Ticks;
import org.pchat.problem.ExportProblem;
import org.pchat.problem.Problem;
import org.pchat.xml.XString;
import org.pchat.xml.XmlRecord;

/**
 * Reads the attributes of one record as model values.
 *
 * <p>A value that every record needs and that is missing or unreadable is a fault of the record: a
 * stand-in is returned, so that further faults are found too, and {@link #check} refuses the record
 * in the end. An optional one that is unreadable is reported and taken as not said. What a schema
 * said before is not said again.
 */
final class FieldReader {
  private final XmlRecord element;
  private final EntryContext context;
  private final List<Problem> faults = new ArrayList<>();
  private boolean unreadable;

  FieldReader(XmlRecord element, EntryContext context) {
    this.element = element;
    this.context = context;
  }

  String text(String name) {
    return XString.unescape(given(element.attribute(name), name, name, ""));
  }

  @Nullable String textOrNull(String name) {
    String value = element.attribute(name);
    return value == null ? null : XString.unescape(value);
  }

  Guid guid(String name) {
    return needed(name, Guid::tryParse, "a GUID", new Guid(0, 0));
  }

  @Nullable Guid guidOrNull(String name) {
    return optional(name, Guid::tryParse, "a GUID");
  }

  Ticks ticks(String name) {
    return zoned(needed(name, Ticks::tryParse, "a time", new Ticks(0)));
  }

  @Nullable Ticks ticksOrNull(String name) {
    Ticks value = optional(name, Ticks::tryParse, "a time");
    return value == null ? null : zoned(value);
  }

  long number(String name) {
    return needed(name, FieldReader::parseLong, "a whole number", 0L);
  }

  @Nullable Long numberOrNull(String name) {
    return optional(name, FieldReader::parseLong, "a whole number");
  }

  @Nullable Integer integerOrNull(String name) {
    return optional(name, FieldReader::parseInt, "a whole number of 32 bits");
  }

  boolean flag(String name) {
    Boolean value = optional(name, FieldReader::parseBoolean, "true or false");
    return value != null && value;
  }

  boolean truth(String name) {
    return needed(name, FieldReader::parseBoolean, "true or false", false);
  }

  @Nullable Boolean truthOrNull(String name) {
    return optional(name, FieldReader::parseBoolean, "true or false");
  }

  @Nullable LocalDateTime datetimeOrNull(String name) {
    return optional(name, FieldReader::parseDatetime, "a date and time without a zone");
  }

  <W extends Spelled> W word(String name, W[] words) {
    String value = given(element.attribute(name), name, name, words[0].word());
    for (W word : words) {
      if (word.word().equals(value)) {
        return word;
      }
    }
    String expected =
        Arrays.stream(words).map(Spelled::word).collect(Collectors.joining(", ", "one of ", ""));
    fault(name, bad(ExportProblem.BAD_VALUE, name, value, expected));
    return words[0];
  }

  /** Reads ticks that are in a zone of the user's as if they had been written in UTC. */
  private Ticks zoned(Ticks ticks) {
    ZoneId zone = context.sourceZone();
    if (zone == null || !ticks.hasIso()) {
      return ticks;
    }
    var local = LocalDateTime.ofInstant(ticks.toInstant(), ZoneOffset.UTC);
    return Ticks.of(local.atZone(zone).toInstant());
  }

  /**
   * Returns {@code value}, or a stand-in where it is missing, which is a fault.
   *
   * @param part the attribute or child element that should hold it
   * @param name what to call that
   */
  String given(@Nullable String value, String part, String name, String standIn) {
    if (value == null) {
      fault(
          part,
          Problem.of(
              ExportProblem.MISSING_VALUE, element.location(), element.name().local(), name));
      return standIn;
    }
    return value;
  }

  private <V> V needed(
      String name, Function<String, Optional<V>> parser, String expected, V standIn) {
    String value = element.attribute(name);
    if (value == null) {
      given(value, name, name, "");
      return standIn;
    }
    Optional<V> parsed = parser.apply(value.strip());
    if (parsed.isEmpty()) {
      fault(name, bad(ExportProblem.BAD_VALUE, name, value, expected));
    }
    return parsed.orElse(standIn);
  }

  private void fault(String part, Problem problem) {
    unreadable = true;
    if (!element.isDoubtful(part)) {
      faults.add(problem);
    }
  }

  /** Refuses the record if anything that it needs was missing or unreadable. */
  void check() {
    if (unreadable) {
      throw new BadRecordException(faults);
    }
  }

  private <V> @Nullable V optional(
      String name, Function<String, Optional<V>> parser, String expected) {
    String value = element.attribute(name);
    if (value == null) {
      return null;
    }
    Optional<V> parsed = parser.apply(value.strip());
    if (parsed.isEmpty() && !element.isDoubtful(name)) {
      context.problems().add(bad(ExportProblem.BAD_OPTIONAL_VALUE, name, value, expected));
    }
    return parsed.orElse(null);
  }

  private Problem bad(ExportProblem code, String name, String value, String expected) {
    return Problem.of(code, element.location(), name, shortened(value), expected);
  }

  private static String shortened(String value) {
    return value.length() <= 60 ? value : value.substring(0, 57) + "...";
  }

  private static Optional<Long> parseLong(String value) {
    try {
      return Optional.of(Long.parseLong(value));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> parseInt(String value) {
    return parseLong(value).filter(n -> n == n.intValue()).map(Long::intValue);
  }

  private static Optional<Boolean> parseBoolean(String value) {
    return switch (value) {
      case "true", "1" -> Optional.of(true);
      case "false", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<LocalDateTime> parseDatetime(String value) {
    try {
      return Optional.of(LocalDateTime.parse(value, DateTimeFormatter.ISO_LOCAL_DATE_TIME));
    } catch (DateTimeParseException notADatetime) {
      return Optional.empty();
    }
  }
}
