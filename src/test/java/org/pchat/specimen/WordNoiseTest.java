package org.pchat.specimen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.model.Guid;

/** Noise keeps shapes, keeps different words different, and avoids what it must not show. */
class WordNoiseTest {
  private final NoiseKey key = NoiseKey.seeded(42);
  private final TokenFilter original = new TokenFilter(1 << 20);
  private final WordNoise noise = new WordNoise(key, original);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "ab",
        "Kim",
        "annemarie",
        "R2D2",
        "Müller",
        "Łukasz",
        "привет",
        "聊天室",
        "x𝔘y",
        "0042"
      })
  void there_and_back(String word) {
    var cipher = new WordCipher(key);
    for (int level = 0; level < 5; level++) {
      String hidden = cipher.noise(word, level);
      assertThat(cipher.word(hidden, level)).isEqualTo(word);
      assertThat(hidden.codePointCount(0, hidden.length()))
          .isEqualTo(word.codePointCount(0, word.length()));
    }
  }

  @Test
  void case_is_kept_and_does_not_matter() {
    assertThat(noise.everywhere("CONTOSO")).isEqualToIgnoringCase(noise.everywhere("contoso"));
    assertThat(noise.everywhere("Anna")).matches("[A-Z][a-z]{3}");
  }

  @Test
  void many_short_words_stay_different_and_none_shows_another() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      words.add(word(new Random(i)));
    }
    words.forEach(original::add);
    Map<String, String> seen = new HashMap<>();
    for (String word : words) {
      String hidden = noise.everywhere(word);
      String before = seen.put(hidden, word);
      assertThat(before == null || before.equals(word)).as("%s and %s", before, word).isTrue();
      assertThat(original.mayHave(hidden)).isFalse();
    }
  }

  private static String word(Random random) {
    var word = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  @Test
  void the_filter_forgets_nothing_and_rarely_errs() {
    Random random = new Random(1);
    for (int i = 0; i < 50_000; i++) {
      original.add("in" + random.nextLong(1L << 40));
    }
    random = new Random(1);
    int errors = 0;
    for (int i = 0; i < 50_000; i++) {
      assertThat(original.mayHave("IN" + random.nextLong(1L << 40))).isTrue();
      errors += original.mayHave("out" + i) ? 1 : 0;
    }
    assertThat(errors).isLessThan(500);
  }

  @Test
  void letters_in_a_token_are_a_token_and_short_ones_and_numbers_are_none() {
    original.add("Fischer123");
    original.add("abc");
    original.add("12345");
    assertThat(original.mayHave("fischer123")).isTrue();
    assertThat(original.mayHave("FISCHER")).isTrue();
    assertThat(original.mayHaveWithin("xxfischerxx")).isTrue();
    assertThat(original.mayHave("abc")).isFalse();
    assertThat(original.mayHave("12345")).isFalse();
  }

  @Test
  void guids_keep_their_order() {
    var guids = new GuidNoise(key);
    var all = new TreeSet<Guid>();
    var random = new Random(3);
    for (int i = 0; i < 5_000; i++) {
      all.add(new Guid(i % 3 == 0 ? i : random.nextLong(), i % 2 == 0 ? i : random.nextLong()));
    }
    all.forEach(guids::gather);
    all.forEach(guids::gather);
    guids.settle(original);
    assertThat(guids.count()).isEqualTo(all.size());
    assertThat(all.stream().map(guids::of)).isSorted().doesNotHaveDuplicates();
    assertThat(all.stream().map(guids::of)).doesNotContainAnyElementsOf(all);
  }
}
