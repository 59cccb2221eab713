package org.pchat.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.document.HtmlElement.Tag;
import org.pchat.fixture.NastyText;

class HtmlReportTest {
  private static String page(HtmlReport.Content content) throws IOException {
    var out = new StringWriter();
    HtmlReport.write(out, "Title", content);
    return out.toString();
  }

  private static String body(HtmlReport.Content content) throws IOException {
    String page = page(content);
    return page.substring(page.indexOf("<body>\n") + 7, page.indexOf("</body>"));
  }

  @Test
  void a_page_forbids_everything_but_its_own_style() throws IOException {
    assertThat(page(p -> {}))
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .contains(
            "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"",
            "name=\"viewport\"",
            "prefers-color-scheme: dark",
            "@media print")
        .doesNotContain("url(", "@import", "http:", "https:", "<script");
  }

  @Test
  void the_style_sheet_cannot_end_its_element() throws IOException {
    assertThat(page(p -> {})).containsOnlyOnce("</style");
  }

  @Test
  void elements_are_closed_by_the_end_of_their_body() throws IOException {
    assertThat(
            body(
                p ->
                    p.element(
                        HtmlElement.of(Tag.P, "verdict").at("top"),
                        () -> {
                          p.text("a ");
                          p.element(Tag.STRONG, "b");
                        })))
        .isEqualTo("<p class=\"verdict\" id=\"top\">a <strong>b</strong></p>\n");
  }

  @Test
  void markup_in_texts_is_text() throws IOException {
    String evil = "</title><script>alert(1)</script> & \"'";
    String safe = "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;&#39;";
    assertThat(body(p -> p.text(evil))).isEqualTo(safe);
    assertThat(body(p -> p.name(evil))).isEqualTo("<bdi>" + safe + "</bdi>");
    assertThat(body(p -> p.block(evil, 100)))
        .isEqualTo("<div class=\"text\" dir=\"auto\">" + safe + "</div>");
    assertThat(body(p -> p.element(HtmlElement.of(Tag.SPAN).tip(evil), "x")))
        .isEqualTo("<span title=\"" + safe + "\">x</span>");
    var out = new StringWriter();
    HtmlReport.write(out, evil, p -> {});
    assertThat(out.toString()).contains("<title>" + safe + "</title>").doesNotContain("<script");
  }

  @ParameterizedTest
  @CsvSource({
    "202E, RIGHT-TO-LEFT OVERRIDE",
    "2066, LEFT-TO-RIGHT ISOLATE",
    "200B, ZERO WIDTH SPACE",
    "00AD, SOFT HYPHEN",
    "00A0, NO-BREAK SPACE",
    "FEFF, ZERO WIDTH NO-BREAK SPACE",
    "001B, ESCAPE",
    "0000, NULL",
    "0085, NEXT LINE (NEL)",
    "2028, LINE SEPARATOR",
    "3164, HANGUL FILLER",
    "2800, BRAILLE PATTERN BLANK",
    "E0041, TAG LATIN CAPITAL LETTER A",
    "D83D, HIGH SURROGATES D83D",
    "E000, PRIVATE USE AREA E000",
    "200D, ZERO WIDTH JOINER",
    "FE0F, VARIATION SELECTOR-16"
  })
  void what_nobody_would_see_is_shown(String number, String name) throws IOException {
    String text = "a" + Character.toString(Integer.parseInt(number, 16)) + "b";
    String sign = "U+" + number;
    assertThat(body(p -> p.name(text)))
        .isEqualTo(
            "<bdi>a<span class=\"unseen\" title=\""
                + sign
                + " "
                + name
                + "\">"
                + sign
                + "</span>b</bdi>");
    assertThat(body(p -> p.element(HtmlElement.of(Tag.SPAN).tip(text), "")))
        .isEqualTo("<span title=\"a[" + sign + "]b\"></span>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Müller",
        "聊天室　二",
        "👩‍💻",
        "❤️",
        "1️⃣",
        "می‌خواهم",
        "क्‍ष",
        "e\u0301",
        "חדר",
        "🏳️‍🌈"
      })
  void what_shapes_letters_and_emoji_stays(String text) throws IOException {
    assertThat(body(p -> p.text(text))).isEqualTo(text);
  }

  @Test
  void joiners_that_join_nothing_are_shown() throws IOException {
    assertThat(body(p -> p.text("א\u200D\u200Dב"))).contains("U+200D");
    assertThat(body(p -> p.text("\u200Cא"))).contains("U+200C");
    assertThat(body(p -> p.text("א\u200C"))).contains("U+200C");
  }

  @Test
  void lines_are_kept_in_blocks_and_shown_in_names() throws IOException {
    assertThat(body(p -> p.block("a\r\nb\nc\td", 100)))
        .isEqualTo("<div class=\"text\" dir=\"auto\">a\nb\nc\td</div>");
    assertThat(body(p -> p.block("a\rb", 100))).contains("␍");
    assertThat(body(p -> p.name("a\nb\tc"))).contains("↵", "⇥").doesNotContain("a\nb");
  }

  @Test
  void a_name_of_blanks_can_still_be_pointed_at() throws IOException {
    assertThat(body(p -> p.name("")))
        .isEqualTo("<bdi><span class=\"unseen\" title=\"empty\">∅</span></bdi>");
    assertThat(body(p -> p.name("  "))).contains(">␣␣<");
    assertThat(body(p -> p.name(" a"))).isEqualTo("<bdi> a</bdi>");
  }

  @Test
  void long_texts_are_cut_and_what_is_left_out_is_counted() throws IOException {
    assertThat(body(p -> p.block("ab🚀cd", 3))).contains(">ab</div>", "… and 4 more characters");
    assertThat(body(p -> p.block("abc", 3))).doesNotContain("more");
  }

  @Test
  void bars_are_as_long_as_their_stretches() throws IOException {
    var stretches = List.of(new HtmlReport.Stretch("gone", 25), new HtmlReport.Stretch("new", 50));
    assertThat(body(p -> p.bar(stretches, 100, "25 gone <b>")))
        .contains(
            "<title>25 gone &lt;b&gt;</title>",
            "<rect class=\"gone\" x=\"0.0\" y=\"0\" width=\"250.0\"",
            "<rect class=\"new\" x=\"250.0\" y=\"0\" width=\"500.0\"");
    assertThat(body(p -> p.bar(List.of(new HtmlReport.Stretch("gone", 0)), 0, "")))
        .doesNotContain("rect");
  }

  @Test
  void classes_and_places_cannot_be_foreign() {
    for (String evil : List.of("a b", "\"", "", "A", "x\" onload=\"")) {
      assertThatThrownBy(() -> HtmlElement.of(Tag.P, evil))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> HtmlElement.of(Tag.P).at(evil))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> HtmlElement.of(Tag.A).to(evil))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void nothing_nasty_gets_out_of_a_text() throws IOException {
    for (String bit : NastyText.bits()) {
      String written = body(p -> p.text(bit)).replaceAll("</?span[^<>]*>", "");
      assertThat(written).as(bit).doesNotContain("<", ">", "\"", "'");
      assertThat(written.codePoints().allMatch(Legible::isShown)).as(bit).isTrue();
    }
  }
}
