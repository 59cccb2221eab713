package org.pchat.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packed text against the examples of the published scheme (UTS #6, section 9) and its edges. */
class ScsuTest {
  private static final HexFormat HEX = HexFormat.of();

  @ParameterizedTest
  @CsvSource({
    "D66C20666C6965DF74, Öl fließt",
    "129CBEC1BAB2B0, Москва",
    "08001B4CEA16CAD3940F53EF611BE584C4, '\u3000♪リンゴ可愛いや'",
  })
  void the_examples_of_the_standard_are_read(String packed, String text) throws Exception {
    assertThat(Scsu.decode(HEX.parseHex(packed))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "41DF1281035F10DF1B03DF1C88800BBFFFFF, 41 df 401 15f df 1df f000 10ffff",
    "41DF1281035F10DF0D0A41, 41 df 401 15f df d a 41",
    "0FF0E000E80781, e000 381",
    "0FF1200080, 10000",
    "0180, 80",
    "18F980, c0",
    "0E2603, 2603",
    "000941, 0 9 41",
  })
  void every_tag_does_what_it_should(String packed, String points) throws Exception {
    String[] seen =
        Scsu.decode(HEX.parseHex(packed))
            .codePoints()
            .mapToObj(Integer::toHexString)
            .toArray(String[]::new);
    assertThat(String.join(" ", seen)).isEqualTo(points);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0C", "0FF2", "1800", "18A8", "18", "0E26", "0F53", "0B20", "02"})
  void reserved_and_cut_tags_are_damage(String packed) {
    assertThatThrownBy(() -> Scsu.decode(HEX.parseHex(packed)))
        .isInstanceOf(DamagedPageException.class)
        .hasMessageContaining("damaged");
  }
}
