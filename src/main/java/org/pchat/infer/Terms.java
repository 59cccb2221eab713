package org.pchat.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words in names, whatever their case style. */
final class Terms {
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

  private Terms() {}

  /** Returns the words of a name in lower case: of {@code prinADPath} prin, ad, path. */
  static List<String> of(String name) {
    var words = new ArrayList<String>();
    for (String word : BOUNDARY.split(name, -1)) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  /** Returns a name in lower case with nothing between its words. */
  static String joined(String name) {
    return String.join("", of(name));
  }

  /** Returns the words without those at the beginning that {@code dropped} holds; never none. */
  static List<String> withoutPrefix(List<String> words, Set<String> dropped) {
    int from = 0;
    while (from < words.size() - 1 && dropped.contains(words.get(from))) {
      from++;
    }
    return words.subList(from, words.size());
  }

  /** Returns the words without those at the end that {@code dropped} holds; never none. */
  static List<String> withoutSuffix(List<String> words, Set<String> dropped) {
    int to = words.size();
    while (to > 1 && dropped.contains(words.get(to - 1))) {
      to--;
    }
    return words.subList(0, to);
  }
}
