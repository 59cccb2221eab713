package org.pchat.specimen;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Noise for words, none of which may show a word of the archive. */
final class WordNoise {
  /*
   * Noise that happens to be, or to hold, a word of the archive is refused, and the next network is
   * asked. That alone could give two words one noise: the first network's for the one, the second
   * network's for the other. So noise of a later network is refused as well where an earlier one
   * would have made it of a word of the archive.
   */
  private static final int MOST_LEVELS = 64;
  private static final int CACHE = 20_000;

  private final NoiseKey key;
  private final WordCipher cipher;
  private final TokenFilter original;
  private final Map<String, String> cache =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > CACHE;
        }
      };

  WordNoise(NoiseKey key, TokenFilter original) {
    this.key = key;
    this.cipher = new WordCipher(key);
    this.original = original;
  }

  /** Returns the noise of a word, the same wherever the word stands, in small letters or large. */
  String everywhere(String word) {
    String folded = fold(word);
    return inCaseOf(word, cache.computeIfAbsent(folded, this::find));
  }

  private String find(String folded) {
    for (int level = 0; level < MOST_LEVELS; level++) {
      String noise = cipher.noise(folded, level);
      if (!original.mayHaveWithin(noise) && !isTaken(noise, level)) {
        return noise;
      }
    }
    return plain(folded);
  }

  /** Where a shape has too few forms, as with rare signs, only the length is kept. */
  private String plain(String folded) {
    Row row = row(folded);
    String like = "x".repeat(folded.codePointCount(0, folded.length()));
    return row.next(like);
  }

  private boolean isTaken(String noise, int level) {
    for (int earlier = 0; earlier < level; earlier++) {
      if (original.mayHave(cipher.word(noise, earlier))) {
        return true;
      }
    }
    return false;
  }

  /** Returns a row of noise for the words of one text, which the same text has again. */
  Row row(String text) {
    return new Row(new SplittableRandom(key.number("text", text)));
  }

  /** Noise for the words of one text, one after the other. */
  final class Row {
    private final SplittableRandom random;

    private Row(SplittableRandom random) {
      this.random = random;
    }

    String next(String word) {
      String noise = draw(word);
      for (int i = 0; i < MOST_LEVELS && original.mayHaveWithin(noise); i++) {
        noise = draw(word);
      }
      return noise;
    }

    private String draw(String word) {
      int[] characters = word.codePoints().toArray();
      for (int i = 0; i < characters.length; i++) {
        Alphabet alphabet = Alphabet.of(characters[i]);
        characters[i] = alphabet.at(random.nextInt(alphabet.size()));
      }
      return new String(characters, 0, characters.length);
    }
  }

  /** Only where small and large letters match one to one; a name in another script keeps both. */
  private static String fold(String word) {
    return isAscii(word) ? word.toLowerCase(Locale.ROOT) : word;
  }

  private static boolean isAscii(String word) {
    return word.chars().allMatch(c -> c < 0x80);
  }

  private static String inCaseOf(String word, String noise) {
    if (!isAscii(word)) {
      return noise;
    }
    var shaped = new StringBuilder(noise);
    for (int i = 0; i < word.length(); i++) {
      if (Character.isUpperCase(word.charAt(i))) {
        shaped.setCharAt(i, Character.toUpperCase(noise.charAt(i)));
      }
    }
    return shaped.toString();
  }
}
