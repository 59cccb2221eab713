package org.pchat.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.document.HtmlElement.Tag;
import org.pchat.fixture.Browser;
import org.pchat.fixture.NastyText;
import org.pchat.fixture.TextCorpus;

/** What Chromium makes of a page full of hostile texts. */
class HtmlInBrowserTest {
  private static Browser browser;

  @TempDir static Path folder;

  @BeforeAll
  static void open() {
    browser = Browser.start();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private static Path page(String name, HtmlReport.Content content) throws IOException {
    Path file = folder.resolve(name);
    try (var out = Files.newBufferedWriter(file)) {
      HtmlReport.write(out, name, content);
    }
    return file;
  }

  private static List<String> hostile() throws IOException {
    List<String> texts = new ArrayList<>(TextCorpus.strings());
    var nasty = new NastyText(new Random(4));
    for (int i = 0; i < 300; i++) {
      texts.add(nasty.next());
    }
    return texts;
  }

  @Test
  void hostile_texts_make_no_element_no_attribute_no_request_and_no_noise() throws IOException {
    List<String> texts = hostile();
    Path file =
        page(
            "hostile.html",
            p -> {
              for (String text : texts) {
                p.element(HtmlElement.of(Tag.P).tip(text), () -> p.name(text));
                p.block(text, 500);
              }
              p.bar(List.of(new HtmlReport.Stretch("gone", 1)), 2, texts.get(0));
            });
    browser.open(file);
    assertThat(browser.elementNames())
        .containsExactlyInAnyOrder(
            "html", "head", "meta", "link", "title", "style", "body", "p", "bdi", "div", "span",
            "small", "svg", "rect");
    assertThat(browser.attributeNames())
        .containsExactlyInAnyOrder(
            "charset",
            "class",
            "content",
            "dir",
            "height",
            "href",
            "http-equiv",
            "lang",
            "name",
            "preserveAspectRatio",
            "rel",
            "role",
            "title",
            "viewBox",
            "width",
            "x",
            "y");
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isEmpty();
  }

  @Test
  void a_reader_sees_the_texts_as_they_are() throws IOException {
    List<String> texts = List.of("</p><b>bold</b>", "a\u202Eb", "&amp;", "x  y\n z", "<!--");
    browser.open(page("seen.html", p -> texts.forEach(text -> block(p, text))));
    assertThat(browser.texts(".text"))
        .containsExactly("</p><b>bold</b>", "aU+202Eb", "&amp;", "x  y\n z", "<!--");
  }

  private static void block(HtmlReport page, String text) {
    try {
      page.block(text, 100);
    } catch (IOException cannotHappen) {
      throw new AssertionError(cannotHappen);
    }
  }

  @Test
  void a_page_that_asks_for_something_would_be_caught() throws IOException {
    Path file = folder.resolve("curious.html");
    Files.writeString(
        file, "<!DOCTYPE html><title>x</title><img src='http://203.0.113.7/spy.png'>");
    browser.open(file);
    assertThat(browser.requests()).containsExactly("http://203.0.113.7/spy.png");
    assertThat(browser.complaints()).isNotEmpty();
    Files.writeString(file, "<!DOCTYPE html><title>x</title><script>nothing()</script>");
    browser.open(file);
    assertThat(browser.complaints()).anyMatch(line -> line.contains("nothing is not defined"));
  }

  @Test
  void the_policy_of_a_page_stops_what_gets_into_it_all_the_same() throws IOException {
    Path file = page("clean.html", p -> {});
    String broken =
        Files.readString(file)
            .replace(
                "<body>",
                "<body><img src='http://203.0.113.7/spy.png'><script>document.title='run'</script>");
    Files.writeString(file, broken);
    browser.open(file);
    assertThat(browser.run("return document.title")).isEqualTo("clean.html");
    assertThat(browser.complaints())
        .anyMatch(line -> line.contains("spy.png' violates") && line.contains("blocked"))
        .anyMatch(line -> line.contains("inline script violates"));
  }
}
