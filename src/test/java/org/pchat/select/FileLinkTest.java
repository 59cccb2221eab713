package org.pchat.select;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileLinkTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "no link, ``",
        "ma-filelink:a.pdf, ma-filelink:a.pdf",
        "see ma-filelink:x/y.pdf now, ma-filelink:x/y.pdf",
        "<a href=\"ma-filelink:x\">y</a>, ma-filelink:x",
        "'ma-filelink:x', ma-filelink:x",
        "ma-filelink:a<ma-filelink:b, ma-filelink:a ma-filelink:b",
        "ma-filelink:, ma-filelink:",
        "ma-filelink:ma-filelink:, ma-filelink:ma-filelink:"
      })
  void finds_links_up_to_what_cannot_be_in_one(String text, String links) {
    assertThat(String.join(" ", FileLink.in(text).stream().map(FileLink::text).toList()))
        .isEqualTo(links);
  }

  @Test
  void knows_stories_and_web_addresses() {
    assertThat(MessageMarks.isStory("[STORY]Title\nText")).isTrue();
    assertThat(MessageMarks.isStory("about [STORY]")).isFalse();
    assertThat(MessageMarks.hasHyperlink("see http://contoso.com")).isTrue();
    assertThat(MessageMarks.hasHyperlink("<a href=\"https://contoso.com\">x</a>")).isTrue();
    assertThat(MessageMarks.hasHyperlink("https is a word")).isFalse();
  }
}
