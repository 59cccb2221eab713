package org.pchat.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.archive.ExportReader;
import org.pchat.diff.Diff;
import org.pchat.diff.DiffRequest;
import org.pchat.fixture.Browser;
import org.pchat.model.ChatSource;
import org.pchat.model.ReadOptions;
import org.pchat.model.Watch;
import org.pchat.problem.ProblemLog;

/** The page of a comparison, in Chromium; its pictures are kept in target/screenshots. */
class DiffReportTest {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final Set<String> ELEMENTS =
      Set.of(
          "html", "head", "meta", "link", "title", "style", "body", "header", "main", "footer",
          "h1", "h2", "h3", "p", "div", "span", "strong", "small", "code", "del", "ins", "ul", "li",
          "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "a",
          "bdi", "section", "svg", "rect");

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

  private static ChatSource day(String name) throws IOException {
    var options = new ReadOptions(ProblemLog.tolerant(), Watch.NONE, null, null, 0);
    return ExportReader.open(Path.of("samples/contoso-" + name + ".zip"), options);
  }

  private static Path page(String name, ChatSource before, ChatSource after) throws IOException {
    Path file = folder.resolve(name + ".html");
    try (Diff diff = Diff.of(before, after, DiffRequest.everything());
        var out = Files.newBufferedWriter(file)) {
      DiffReport.write(
          out,
          ReportSide.of("monday.zip", before),
          ReportSide.of("<b>tuesday</b>\u202E.zip", after),
          diff,
          new DiffReport.Wishes(ZoneId.of("UTC"), true));
    }
    return file;
  }

  private static void photograph(String name) throws IOException {
    browser.looking(1100, 900, false).photograph(PICTURES.resolve(name + "-light.png"));
    browser.looking(1100, 900, true).photograph(PICTURES.resolve(name + "-dark.png"));
    browser.looking(390, 844, false).photograph(PICTURES.resolve(name + "-narrow.png"));
    assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(390L);
    browser.looking(1100, 900, false).print(PICTURES.resolve(name + ".pdf"));
  }

  private static void assertQuiet() {
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isEmpty();
    assertThat(ELEMENTS).containsAll(browser.elementNames());
    assertThat(
            browser.run(
                "return [...document.links].filter(a => !document.querySelector(a.hash)).length"))
        .isEqualTo(0L);
  }

  @Test
  void the_samples_make_a_page_that_needs_nothing() throws IOException {
    try (ChatSource monday = day("monday");
        ChatSource tuesday = day("tuesday")) {
      browser.open(page("samples", monday, tuesday));
    }
    assertQuiet();
    assertThat(browser.texts("h1")).containsExactly("What changed");
    assertThat(browser.texts(".verdict"))
        .containsExactly(
            "1 room, 306 messages removed; 8 rooms, 3 messages, 2 categories, 1 principal changed;"
                + " 2 rooms, 91 messages, 1 principal added.");
    assertThat(browser.texts(".pair bdi"))
        .containsExactly("monday.zip", "<b>tuesday</b>U+202E.zip");
    assertThat(browser.texts("#room-0 > summary"))
        .containsExactly("Sound 2013-2019\ndeleted\n137 records");
    assertThat(browser.texts("#room-2 .run"))
        .containsExactly(
            "Messages 1–88: 87 by 12 authors, 2007-02-15 08:29:00 – 2008-03-01 05:39:00 cleared\n"
                + "Rule: exactly everything up to a time is gone from the room, and more than one message.");
    assertThat(browser.texts(".alarm")).isEmpty();
    photograph("samples");
  }

  @Test
  void hostile_names_and_texts_are_inert_and_forks_stand_out() throws IOException {
    var pair = new HostilePair();
    browser.open(page("hostile", pair.before(), pair.after()));
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
    assertQuiet();
    assertThat(browser.run("return document.title"))
        .isEqualTo("What changed from monday.zip to <b>tuesday</b>[U+202E].zip");
    assertThat(browser.texts(".alarm h2")).containsExactly("Beyond all cmdlets");
    assertThat(browser.texts(".alarm li"))
        .hasSize(3)
        .anyMatch(line -> line.contains("time-changed"))
        .anyMatch(line -> line.contains("author-changed"))
        .anyMatch(line -> line.contains("number-reused"));
    assertThat(unseen()).as("characters that act").isEmpty();
    photograph("hostile");
  }

  /** Returns every control, override and the like that stands in the page as itself. */
  private static List<?> unseen() {
    return (List<?>)
        browser.run(
            "return [...document.body.textContent.matchAll(/[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f"
                + "\\u00ad\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff]/g)].map(m => m[0])");
  }

  @Test
  void equal_snapshots_make_a_short_page() throws IOException {
    try (ChatSource monday = day("monday");
        ChatSource again = day("monday")) {
      browser.open(page("equal", monday, again));
    }
    assertQuiet();
    assertThat(browser.texts("h1")).containsExactly("Nothing changed");
    assertThat(browser.texts("h2")).isEmpty();
  }
}
