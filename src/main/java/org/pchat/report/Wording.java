package org.pchat.report;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.pchat.diff.Change;
import org.pchat.model.AccountState;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Ticks;
import org.pchat.model.Visibility;

/** How reports say numbers, times, kinds and values. */
final class Wording {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final Map<Kind<?>, String> KINDS =
      Map.of(
          Kind.PRINCIPAL, "Principals",
          Kind.ADD_IN, "Add-ins",
          Kind.CATEGORY, "Categories",
          Kind.ROOM, "Rooms",
          Kind.ROLE, "Roles",
          Kind.SCOPE, "Scopes",
          Kind.MESSAGE, "Messages");

  private final ZoneId zone;

  Wording(ZoneId zone) {
    this.zone = zone;
  }

  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String count(long number, String word) {
    return number(number) + " " + word + (number == 1 ? "" : "s");
  }

  static String kind(Kind<?> kind) {
    return KINDS.getOrDefault(kind, kind.word());
  }

  /** Returns one or many of a kind, such as {@code 1 category}. */
  static String count(long number, Kind<?> kind) {
    String many = kind(kind).toLowerCase(Locale.ROOT);
    String one = kind == Kind.CATEGORY ? "category" : many.substring(0, many.length() - 1);
    return number(number) + " " + (number == 1 ? one : many);
  }

  /** Returns the class of the style sheet for a change. */
  static String style(Change change) {
    return switch (change) {
      case ADDED -> "new";
      case REMOVED -> "gone";
      case CHANGED, RESPELLED -> "changed";
      case FORKED -> "fork";
      case UNKNOWN -> "soft";
    };
  }

  String time(Ticks ticks) {
    return ticks.hasIso() ? SECOND.format(ticks.toInstant().atZone(zone)) : ticks + " ticks";
  }

  /** Returns a stretch of time; the day is not said twice. */
  String span(Ticks first, Ticks last) {
    String from = time(first);
    String to = time(last);
    if (from.equals(to)) {
      return from;
    }
    boolean sameDay = from.length() == 19 && to.length() == 19 && from.regionMatches(0, to, 0, 10);
    return from + " – " + (sameDay ? to.substring(11) : to);
  }

  /** Returns the zone of all times. */
  String zone() {
    return zone.toString();
  }

  /** Returns a value for a reader; references become names. */
  String value(Field<?> field, Object value, ReportSide side) {
    if (value instanceof Ticks ticks) {
      return time(ticks);
    }
    if (value instanceof LocalDateTime time) {
      return SECOND.format(time);
    }
    if (value instanceof Visibility visibility) {
      return visibility.privacy();
    }
    if (value instanceof AccountState state) {
      return switch (state) {
        case ACTIVE -> "in use";
        case DISABLED -> "disabled";
        case DELETED -> "deleted";
      };
    }
    if (value instanceof Guid guid) {
      return switch (field.name()) {
        case "category", "parent", "addIn", "node" -> side.node(guid);
        case "addedBy", "updatedBy", "principal", "author" -> side.principal(guid);
        default -> guid.toString();
      };
    }
    return Field.spell(value);
  }
}
