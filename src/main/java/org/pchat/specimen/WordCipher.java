package org.pchat.specimen;

import java.util.Arrays;

/**
 * Turns words into noise of the same shape and back: character for character of the same alphabet,
 * so that different words stay different.
 *
 * <p>A Feistel network over the characters: one half shifts the other by amounts that only the key
 * knows. There is one such network for each level; whoever needs another noise asks the next.
 */
final class WordCipher {
  private static final int ROUNDS = 4;

  private final NoiseKey key;

  WordCipher(NoiseKey key) {
    this.key = key;
  }

  /** Returns the noise for a word. */
  String noise(String word, int level) {
    return run(word, level, true);
  }

  /** Returns the word that has this noise. */
  String word(String noise, int level) {
    return run(noise, level, false);
  }

  private String run(String text, int level, boolean forth) {
    int[] characters = text.codePoints().toArray();
    if (characters.length == 1) {
      shift(characters, 0, 1, "one " + level + shape(characters, 0, 0), forth);
      return new String(characters, 0, 1);
    }
    int middle = characters.length / 2;
    for (int i = 0; i < ROUNDS; i++) {
      int round = forth ? i : ROUNDS - 1 - i;
      boolean left = round % 2 == 0;
      String half =
          left
              ? new String(characters, 0, middle)
              : new String(characters, middle, characters.length - middle);
      int from = left ? middle : 0;
      int to = left ? characters.length : middle;
      shift(characters, from, to, round + " " + level + " " + characters.length + half, forth);
    }
    return new String(characters, 0, characters.length);
  }

  private static String shape(int[] characters, int from, int to) {
    return Arrays.toString(Arrays.copyOfRange(characters, from, to));
  }

  private void shift(int[] characters, int from, int to, String by, boolean forth) {
    byte[] amounts = new byte[0];
    int used = 0;
    for (int i = from, block = 0; i < to; i++, used += 2) {
      if (used + 1 >= amounts.length) {
        amounts = key.bytes("word" + block++, by);
        used = 0;
      }
      int amount = ((amounts[used] & 0xFF) << 8) | (amounts[used + 1] & 0xFF);
      Alphabet alphabet = Alphabet.of(characters[i]);
      int index = alphabet.index(characters[i]) + (forth ? amount : -amount);
      characters[i] = alphabet.at(Math.floorMod(index, alphabet.size()));
    }
  }
}
