package org.pchat.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class GlobTest {
  @Test
  void matches_what_the_same_regular_expression_matches() {
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String glob = text(random, "ab*?", 6);
      String text = text(random, "ab", 8);
      Pattern regex = Pattern.compile(glob.replace("*", ".*").replace("?", "."));
      assertThat(new Glob(glob).matches(text))
          .as("%s on %s", glob, text)
          .isEqualTo(regex.matcher(text).matches());
    }
  }

  @Test
  void takes_an_astral_character_for_one() {
    assertThat(new Glob("?").matches("\ud83d\ude00")).isTrue();
    assertThat(new Glob("??").matches("\ud83d\ude00")).isFalse();
  }

  @Test
  void ends_soon_where_a_regular_expression_would_not() {
    assertThat(new Glob("*a".repeat(30) + "b").matches("a".repeat(5_000))).isFalse();
  }

  private static String text(Random random, String alphabet, int longest) {
    var text = new StringBuilder();
    for (int i = random.nextInt(longest + 1); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
