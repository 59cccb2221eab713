package org.pchat.specimen;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The characters that may stand for one another: small letters for small letters, digits for
 * digits, each within a script.
 */
final class Alphabet {
  private static final int BLOCK = 128;
  private static final Map<Integer, Alphabet> CACHE = new HashMap<>();

  private final int[] characters;

  private Alphabet(int[] characters) {
    this.characters = characters;
  }

  /** Returns the alphabet that a code point belongs to. */
  static synchronized Alphabet of(int character) {
    int type = Character.getType(character);
    int key = character / BLOCK * 32 + type;
    return CACHE.computeIfAbsent(key, any -> new Alphabet(block(character / BLOCK, type)));
  }

  private static int[] block(int block, int type) {
    var characters = new int[BLOCK];
    int count = 0;
    for (int c = block * BLOCK; c < (block + 1) * BLOCK; c++) {
      if (Character.getType(c) == type) {
        characters[count++] = c;
      }
    }
    return Arrays.copyOf(characters, count);
  }

  int size() {
    return characters.length;
  }

  int at(int index) {
    return characters[index];
  }

  /** Returns the place of a character of this alphabet. */
  int index(int character) {
    return Arrays.binarySearch(characters, character);
  }
}
