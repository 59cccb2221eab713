package org.pchat.infer;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pchat.model.Guid;

/** What is known about the values of one column, in bounded memory. */
final class Profile {
  /** How many different short values are kept themselves; more are no closed vocabulary. */
  static final int MOST_WORDS = 24;

  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final int LONGEST_WORD = 40;
  private static final int LONGEST_KEY = 400;
  private static final int CAPACITY_OF_TEXT = 1 << 13;

  private final long[] shapes = new long[Shape.values().length];
  private final Map<String, Long> words = new TreeMap<>();
  private final ValueSet values = new ValueSet(ValueSet.CAPACITY);
  private final ValueSet texts = new ValueSet(CAPACITY_OF_TEXT);
  private final ValueSet insides = new ValueSet(ValueSet.CAPACITY);
  private final Ascent ascent = new Ascent();
  private boolean manyWords;
  private long count;
  private long empty;
  private long repeated;
  private long least = Long.MAX_VALUE;
  private long greatest = Long.MIN_VALUE;
  private long characters;
  private int longest;
  private long escapes;
  private long literals;

  /**
   * Adds a value.
   *
   * @param group a number that tells the parents of the records apart
   */
  void add(String value, long group) {
    if (value.isBlank()) {
      empty++;
      return;
    }
    count++;
    characters += value.length();
    longest = Math.max(longest, value.length());
    if (value.contains("_x")) {
      countEscapes(value);
    }
    int set = Shapes.of(value);
    countShapes(set);
    if ((set & Shape.INTEGER.bit()) != 0) {
      long number = Long.parseLong(value.strip());
      least = Math.min(least, number);
      greatest = Math.max(greatest, number);
      ascent.add(number, group);
    }
    keep(value, set);
  }

  /** Tells {@code _x001B_}, which stands for a character, from {@code _x0041_}, which is a text. */
  private void countEscapes(String value) {
    Matcher matcher = ESCAPE.matcher(value);
    while (matcher.find()) {
      int unit = Integer.parseInt(matcher.group(1), 16);
      boolean needed =
          (unit < ' ' && unit != '\t')
              || unit == '_'
              || Character.isSurrogate((char) unit)
              || unit >= 0xFFFE;
      escapes += needed ? 1 : 0;
      literals += needed ? 0 : 1;
    }
  }

  private void countShapes(int set) {
    for (int rest = set; rest != 0; rest &= rest - 1) {
      shapes[Integer.numberOfTrailingZeros(rest)]++;
    }
  }

  private void keep(String value, int set) {
    if (value.length() > LONGEST_KEY) {
      manyWords = true;
      texts.add(ValueSet.hash(value));
      return;
    }
    long hash = ValueSet.hash(key(value));
    boolean isNew = values.add(hash);
    if (!isNew && values.keeps(hash)) {
      repeated++;
    }
    if ((set & Shape.WITH_GUID.bit()) != 0) {
      Shapes.Guids.inside(value).ifPresent(guid -> insides.add(hash(guid)));
    }
    if (!manyWords) {
      keepWord(value.strip());
    }
  }

  private void keepWord(String word) {
    if (word.length() > LONGEST_WORD) {
      manyWords = true;
    } else {
      words.merge(word, 1L, Long::sum);
      manyWords = words.size() > MOST_WORDS;
    }
    if (manyWords) {
      words.clear();
    }
  }

  /** Returns the hash under which a GUID is kept, whatever its form was. */
  static long hash(Guid guid) {
    return ValueSet.hash(guid.toString());
  }

  /**
   * Returns what a value is compared by: GUIDs in one form, addresses in lower case without {@code
   * sip:}.
   */
  static String key(String value) {
    String text = value.strip();
    if (text.length() >= 32 && text.length() <= 38) {
      Optional<Guid> guid = Shapes.Guids.parse(text);
      if (guid.isPresent()) {
        return guid.get().toString();
      }
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.startsWith("sip:") ? lower.substring(4) : lower;
  }

  /** Returns how many spellings {@code _xHHHH_} stand for characters that need one. */
  long escapes() {
    return escapes;
  }

  /** Returns how many stand for characters that need none. */
  long literals() {
    return literals;
  }

  /** Returns how many values are there, empty ones not counted. */
  long count() {
    return count;
  }

  /** Returns how many values are there and empty. */
  long empty() {
    return empty;
  }

  /** Returns the share of the values that have a shape; 0 where there are none. */
  double share(Shape shape) {
    return count == 0 ? 0 : (double) shapes[shape.index()] / count;
  }

  /** Returns whether there are values and every one of them has a shape. */
  boolean all(Shape shape) {
    return count > 0 && shapes[shape.index()] == count;
  }

  /** Returns how many values have a shape. */
  long having(Shape shape) {
    return shapes[shape.index()];
  }

  /** Returns how many different values there are, estimated where there are very many. */
  long distinct() {
    return values.distinct() + texts.distinct();
  }

  /** Returns whether no value was seen twice. */
  boolean isUnique() {
    return count > 0 && repeated == 0 && texts.distinct() == 0;
  }

  /** Returns how many values were seen again. */
  long repeated() {
    return repeated;
  }

  /** Returns the hashes of the values' keys. */
  ValueSet values() {
    return values;
  }

  /** Returns the hashes of the GUIDs that stand inside the values. */
  ValueSet insides() {
    return insides;
  }

  /** Returns the different values and their counts if they are few and short; else empty. */
  Map<String, Long> words() {
    return manyWords ? Map.of() : words;
  }

  /** Returns the least whole number, if there are any. */
  long least() {
    return least;
  }

  /** Returns the greatest whole number, if there are any. */
  long greatest() {
    return greatest;
  }

  /** Returns the average length in characters. */
  double averageLength() {
    return count == 0 ? 0 : (double) characters / count;
  }

  /** Returns the length of the longest value in characters. */
  int longest() {
    return longest;
  }

  /** Returns how the whole numbers run. */
  Ascent ascent() {
    return ascent;
  }

  /** Whether numbers ascend from record to record within their group. */
  static final class Ascent {
    private long group = -1;
    private long last;
    private long rises;
    private long others;

    private void add(long number, long newGroup) {
      if (group == newGroup) {
        if (number > last) {
          rises++;
        } else {
          others++;
        }
      }
      group = newGroup;
      last = number;
    }

    /** Returns whether every number is greater than the one before it in its group. */
    boolean isStrict() {
      return others == 0 && rises > 0;
    }

    /** Returns the share of steps that rise, 0 to 1. */
    double share() {
      return rises + others == 0 ? 0 : (double) rises / (rises + others);
    }
  }
}
