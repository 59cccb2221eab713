package org.pchat.specimen;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which values may stay as they are: numbers and times, and the published words for types, rights
 * and the like, each only in a column of such. A column is an attribute or the text of an element,
 * by its path; a message that says "open" is none of them.
 */
final class Columns {
  private static final int MOST = 20_000;
  private static final Pattern SEPARATORS = Pattern.compile("[-_ ]+");
  private static final Set<String> WORDS = words();

  /* A leading zero or plus makes a telephone number of it. */
  private static final Pattern QUANTITY =
      Pattern.compile(
          "|-?(0|[1-9][0-9]{0,18})([.,][0-9]+)?"
              + "|[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?)?( ?(Z|[+-][0-9]{2}:?[0-9]{2}))?"
              + "|[0-9]{8}T?[0-9]{6}Z?"
              + "|[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}( [0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?( ?[AaPp]\\.?[Mm]\\.?)?)?");

  private final Map<String, Column> columns = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  /** What was seen of one column. */
  private static final class Column {
    private long values;
    private long quantities;
    private long words;
  }

  private static Set<String> words() {
    try (var in =
            Objects.requireNonNull(Columns.class.getResourceAsStream("words.txt"), "words.txt");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Set<String> words = new HashSet<>();
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
      return words;
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** Notes a value of a column; returns whether it is a number or a time. */
  boolean see(String path, String value) {
    Column column =
        columns.size() < MOST
            ? columns.computeIfAbsent(path, any -> new Column())
            : columns.getOrDefault(path, new Column());
    column.values++;
    boolean quantity = isQuantity(value.strip());
    if (quantity) {
      column.quantities++;
    } else if (isWord(value.strip())) {
      column.words++;
    }
    return quantity;
  }

  /** All begin with a digit or a minus, which is quickly seen. */
  private static boolean isQuantity(String bare) {
    boolean may = bare.isEmpty() || bare.charAt(0) <= '9';
    return may && QUANTITY.matcher(bare).matches();
  }

  /** Notes the name of an element, which is structure. */
  void seeName(String name) {
    if (seen.size() < MOST && seen.add(name)) {
      names.add(squashed(name));
    }
  }

  /** Returns whether a value stays. */
  boolean keeps(String path, String value) {
    Column column = columns.get(path);
    String bare = value.strip();
    if (bare.isEmpty()) {
      return true;
    }
    if (column == null) {
      return false;
    }
    long plain = column.quantities + column.words;
    return isQuantity(bare) ? plain == column.values : isWord(bare) && plain * 2 > column.values;
  }

  private static boolean isWord(String value) {
    return WORDS.contains(value.toLowerCase(Locale.ROOT));
  }

  /** Returns the name without case, hyphens and the like: {@code add-ins} is {@code AddIns}. */
  private static String squashed(String name) {
    return SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /** Returns whether a part of an entry's name says what kind of entry it is. */
  boolean isStructural(String part) {
    String folded = squashed(part);
    return WORDS.contains(folded) || names.stream().anyMatch(name -> isLike(name, folded));
  }

  /** "Principals" is the name of an entry of "Principal" elements. */
  private static boolean isLike(String name, String word) {
    return name.equals(word)
        || (Math.abs(name.length() - word.length()) <= 3
            && Math.min(name.length(), word.length()) > 3
            && (name.startsWith(word) || word.startsWith(name)));
  }
}
