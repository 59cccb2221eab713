package org.pchat.layout;

import java.time.LocalDateTime;
import java.time.ZoneId;
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
 * Reads the attributes of one record of the canonical layout. What a schema said before is not said
 * again.
 */
final class FieldReader implements Fields {
  private final XmlRecord element;
  private final EntryContext context;
  private final List<Problem> faults = new ArrayList<>();
  private boolean unreadable;

  FieldReader(XmlRecord element, EntryContext context) {
    this.element = element;
    this.context = context;
  }

  @Override
  public String text(String name) {
    return XString.unescape(given(element.attribute(name), name, name, ""));
  }

  @Override
  public @Nullable String textOrNull(String name) {
    String value = element.attribute(name);
    return value == null ? null : XString.unescape(value);
  }

  @Override
  public Guid guid(String name) {
    return needed(name, Guid::tryParse, "a GUID", new Guid(0, 0));
  }

  @Override
  public @Nullable Guid guidOrNull(String name) {
    return optional(name, Guid::tryParse, "a GUID");
  }

  @Override
  public Ticks ticks(String name) {
    return zoned(needed(name, Ticks::tryParse, "a time", new Ticks(0)));
  }

  @Override
  public @Nullable Ticks ticksOrNull(String name) {
    Ticks value = optional(name, Ticks::tryParse, "a time");
    return value == null ? null : zoned(value);
  }

  @Override
  public long number(String name) {
    return needed(name, PlainValues::number, "a whole number", 0L);
  }

  @Override
  public @Nullable Long numberOrNull(String name) {
    return optional(name, PlainValues::number, "a whole number");
  }

  @Override
  public @Nullable Integer integerOrNull(String name) {
    return optional(name, PlainValues::integer, "a whole number of 32 bits");
  }

  @Override
  public boolean flag(String name) {
    Boolean value = optional(name, PlainValues::truth, "true or false");
    return value != null && value;
  }

  @Override
  public boolean truth(String name) {
    return needed(name, PlainValues::truth, "true or false", false);
  }

  @Override
  public @Nullable Boolean truthOrNull(String name) {
    return optional(name, PlainValues::truth, "true or false");
  }

  @Override
  public @Nullable LocalDateTime datetimeOrNull(String name) {
    return optional(name, PlainValues::datetime, "a date and time without a zone");
  }

  @Override
  public <W extends Spelled> W word(String name, W[] words) {
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
    return zone == null ? ticks : PlainValues.inZone(ticks, zone);
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

  @Override
  public void check() {
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
    return Problem.of(code, element.location(), name, PlainValues.shortened(value), expected);
  }
}
