package org.pchat.layout;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Kind;

/** How the values of a field are spelled. */
public sealed interface ValueSpelling {
  /** The plain spelling of every type. */
  ValueSpelling PLAIN = new Plain();

  /** References by GUID, to whatever the field refers to. */
  ValueSpelling BY_GUID = new Reference(Key.GUID, Set.of());

  /**
   * As it is: a text verbatim; a whole number in decimal digits; a GUID in any of its forms (plain,
   * braced, without hyphens, either case, or inside a {@code ma-chan:}, {@code ma-cat:} or {@code
   * ma-grp:} URI); a truth value as true, false, 1 or 0; a word of the model, or its published
   * number; a time as ticks, or as ISO 8601 with or without an offset.
   */
  record Plain() implements ValueSpelling {}

  /**
   * A time in one certain spelling.
   *
   * @param unit the spelling
   * @param pattern the pattern, as in {@link java.time.format.DateTimeFormatter} with its root
   *     locale; only with {@link Unit#PATTERN}
   * @param zone the zone of times that do not say theirs; null when nobody knows: then they are
   *     taken as UTC, unless the user knows better. Say {@code UTC} too where every value says its
   *     offset: the source's times then count as known
   */
  record Time(Unit unit, @Nullable String pattern, @Nullable ZoneId zone) implements ValueSpelling {
    /** Checks that the pattern is one. */
    public Time {
      if (pattern != null) {
        Objects.requireNonNull(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
      }
    }
  }

  /**
   * One of several words or numbers, each with a meaning.
   *
   * @param meanings the value as the canonical layout spells it ({@code private}, {@code Member},
   *     {@code true}), by how it is spelled here; exactly, or without case where that is clear
   */
  record Words(Map<String, String> meanings) implements ValueSpelling {
    /** Copies. */
    public Words {
      meanings = Map.copyOf(meanings);
    }
  }

  /**
   * A value whose meaning another table of the archive says.
   *
   * @param table the {@link Lookup#name} of the table
   */
  record LookedUp(String table) implements ValueSpelling {}

  /**
   * Another record.
   *
   * @param by how it is referred to
   * @param to the kinds of which it may be; empty for those that the field allows: a principal for
   *     {@code author}, {@code principal}, {@code addedBy} and {@code updatedBy}; a room for {@code
   *     room}; a category for {@code category} and {@code parent}; either for a role's {@code
   *     node}; an add-in for {@code addIn}. Say it where categories and rooms are numbered each for
   *     themselves
   */
  record Reference(Key by, Set<Kind<?>> to) implements ValueSpelling {
    /** Copies. */
    public Reference {
      to = Set.copyOf(to);
    }
  }

  /** How times are spelled. */
  enum Unit {
    /** Ticks, or ISO 8601. */
    PLAIN("plain"),
    /** Steps of 100 nanoseconds since the year 1. */
    TICKS("ticks"),
    /** Seconds since 1970, with or without a fraction. */
    UNIX_SECONDS("unix"),
    /** Milliseconds since 1970. */
    UNIX_MILLISECONDS("unix-ms"),
    /** ISO 8601, with {@code T} or a blank, with or without an offset, any fraction. */
    ISO("iso"),
    /** A pattern. */
    PATTERN("pattern");

    private final String word;

    Unit(String word) {
      this.word = word;
    }

    /** Returns the word of the XML form. */
    public String word() {
      return word;
    }
  }

  /** How records are referred to: by the value of one of their keys. */
  enum Key {
    /** By GUID; needs no table of keys. */
    GUID("guid"),
    /** By number. */
    ID("id"),
    /** By URI: without case, and with or without {@code sip:}. */
    URI("uri"),
    /** By name, exactly. */
    NAME("name"),
    /** By the pseudo-field {@code key}, exactly. */
    KEY("key");

    private final String word;

    Key(String word) {
      this.word = word;
    }

    /** Returns the word of the XML form, which is also the field that holds the key. */
    public String word() {
      return word;
    }
  }
}
