package org.pchat.specimen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.pchat.fixture.TextCorpus;

/** The scan of a text takes it apart as a regular expression does, which is slower and plainer. */
class PiecesTest {
  private static final String START = "(?<![\\p{L}\\p{M}\\p{N}])";
  private static final String END = "(?![\\p{L}\\p{M}\\p{N}])";
  private static final String GUID = "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?<guid>(?:(?<=^|[^\\p{L}\\p{M}\\p{N}])|(?=.{8}-))"
              + GUID
              + "|"
              + START
              + "[0-9A-Fa-f]{32}"
              + END
              + ")|(?<kept>\\[STORY]|_x[0-9A-Fa-f]{4}_|"
              + START
              + "(?i:sips?|https?|ftps?|mailto|file|ldaps?|urn|tel|ma-(?:chan|cat|grp|filelink))(?=:)|"
              + START
              + "(?i:CN|OU|DC|UID|O|C|L|ST)(?==))|(?<word>(?:(?!"
              + GUID
              + ")[\\p{L}\\p{M}\\p{N}])+)",
          Pattern.DOTALL);

  private static List<String> scanned(String text) {
    List<String> pieces = new ArrayList<>();
    Pieces.visit(
        text,
        new Pieces.Visitor() {
          @Override
          public void kept(String piece) {}

          @Override
          public void guid(String piece) {
            pieces.add("guid " + piece);
          }

          @Override
          public void word(String piece) {
            pieces.add("word " + piece);
          }

          @Override
          public void rtf(String piece) {
            pieces.add("rtf " + piece);
          }
        });
    return pieces;
  }

  private static List<String> matched(String text) {
    List<String> pieces = new ArrayList<>();
    Matcher matcher = PLAIN.matcher(text);
    while (matcher.find()) {
      if (matcher.group("guid") != null) {
        pieces.add("guid " + matcher.group());
      } else if (matcher.group("word") != null) {
        pieces.add("word " + matcher.group());
      }
    }
    return pieces;
  }

  @Test
  void naughty_strings() throws IOException {
    for (String text : TextCorpus.strings()) {
      if (!Pieces.isRtf(text)) {
        assertThat(scanned(text)).as(text).isEqualTo(matched(text));
      }
    }
  }

  @Test
  void texts_put_together_at_random() {
    String[] parts = {
      "345cd06f-e7c1-4e34-a796-e763bd6371c3",
      "345CD06FE7C14E34A796E763BD6371C3",
      "a",
      "Kim",
      "-",
      "sip:",
      "ma-chan://",
      "ma-",
      "chan:",
      "http",
      ":",
      "=",
      "OU=",
      "CN",
      "[STORY]",
      "[",
      "_x0041_",
      "_x",
      "é",
      "𝔘",
      "\u0301",
      " ",
      "0",
      "345cd06f",
      "-e7c1",
      "@",
      "\ud800",
      "مرحبا"
    };
    var random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int j = random.nextInt(7); j >= 0; j--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      assertThat(scanned(text.toString())).as(text.toString()).isEqualTo(matched(text.toString()));
    }
  }

  @Test
  void rich_text() {
    assertThat(scanned("{\\rtf1\\ansi\\b B\\'fccher \\u228?ber \\\\ x\\par}"))
        .containsExactly("word B", "rtf \\'fc", "word cher", "rtf \\u228", "word ber", "word x");
  }
}
