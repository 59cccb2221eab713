package org.pchat.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XStringTest {
  private static final String[] PIECES = {
    "_",
    "x",
    "X",
    "_x",
    "0",
    "00",
    "41",
    "0041",
    "_x0041_",
    "_x005F_",
    "_x005f_",
    "005F",
    "d8",
    "\0",
    "\u0001",
    "\uFFFE",
    "\uFFFF",
    "\uD83D\uDE00",
    "\uD83D",
    "\uDE00",
    "\n",
    "\r",
    "\t",
    " ",
    "é",
    "g",
    "\u007F",
    "\u0085"
  };

  @ParameterizedTest
  @CsvSource({
    "plain,plain",
    "_x0041_,_x005F_x0041_",
    "_x005F_,_x005F_x005F_",
    "_x00e9_,_x005F_x00e9_",
    "_x004_,_x004_",
    "_X0041_,_X0041_",
    "_x0041,_x0041",
    "__x0041__,__x005F_x0041__",
    "_x0041_x0042_,_x005F_x0041_x005F_x0042_",
  })
  void only_what_would_be_read_as_a_spelling_is_escaped(String plain, String escaped) {
    assertThat(XString.escape(plain)).isEqualTo(escaped);
    assertThat(XString.unescape(escaped)).isEqualTo(plain);
  }

  @Test
  void what_xml_cannot_hold_is_spelled_by_its_units() {
    assertThat(XString.escape("\0\u001F\uFFFE\uFFFF\uD83D\uDE00\uDE00\uD83D"))
        .isEqualTo("_x0000__x001F__xFFFE__xFFFF_\uD83D\uDE00_xDE00__xD83D_");
    assertThat(XString.escape("\t\n\r\u007F\u0085")).isEqualTo("\t\n\r\u007F\u0085");
  }

  @Test
  void an_escaped_unit_does_not_complete_a_spelling_before_it() {
    assertThat(XString.escape("_x0041\0")).isEqualTo("_x005F_x0041_x0000_");
    assertThat(XString.unescape("_x005F_x0041_x0000_")).isEqualTo("_x0041\0");
  }

  @Test
  void a_spelling_that_is_not_needed_may_be_what_somebody_wrote() {
    assertThat(XString.unescapeForbidden("Shared_x0020_Documents _x000B_ _x000D_"))
        .isEqualTo("Shared_x0020_Documents \u000B _x000D_");
  }

  @Test
  void text_that_needs_nothing_stays_the_same_object() {
    String text = "a_b x_y";
    assertThat(XString.escape(text)).isSameAs(text);
    assertThat(XString.unescape(text)).isSameAs(text);
  }

  @Test
  void every_single_unit_survives() {
    for (int unit = 0; unit <= 0xFFFF; unit++) {
      assertSurvives(String.valueOf((char) unit));
      assertSurvives("_x004" + (char) unit + "_");
      assertSurvives("_x0041" + (char) unit);
    }
  }

  @Test
  void every_sequence_of_units_survives() {
    var random = new Random(1);
    for (int round = 0; round < 300_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(8); i >= 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      assertSurvives(text.toString());
    }
  }

  private static void assertSurvives(String text) {
    String escaped = XString.escape(text);
    for (int i = 0; i < escaped.length(); i++) {
      if (XmlCharacters.isIllegal(escaped, i)) {
        throw new AssertionError("XML cannot hold " + escaped);
      }
    }
    if (!XString.unescape(escaped).equals(text)
        || !XString.unescapeForbidden(escaped).equals(text)) {
      throw new AssertionError(text + " became " + escaped);
    }
  }
}
