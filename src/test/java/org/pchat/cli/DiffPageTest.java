package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.fixture.Browser;

/** {@code diff --format html} from the command line to the browser. */
class DiffPageTest {
  private static final String MONDAY = "samples/contoso-monday.zip";
  private static final String TUESDAY = "samples/contoso-tuesday.zip";

  @TempDir Path folder;

  @Test
  void the_page_opens_in_a_browser_without_noise_and_without_a_network() throws IOException {
    Path page = folder.resolve("changes.html");
    Run run =
        Run.pchat("diff", MONDAY, TUESDAY, "--format", "html", "--details", "-o", page.toString());
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    try (Browser browser = Browser.start()) {
      browser.open(page);
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.requests()).isEmpty();
      assertThat(browser.texts("h1")).containsExactly("What changed");
    }
  }

  @Test
  void without_details_there_are_no_single_records() {
    String page = Run.pchat("diff", MONDAY, TUESDAY, "--format", "html").out();
    assertThat(page).contains("Rooms with the most change").doesNotContain("<h2>Messages</h2>");
    assertThat(Run.pchat("diff", MONDAY, TUESDAY, "--format", "html", "--details").out())
        .contains("<h2>Messages</h2>");
  }

  @Test
  void pages_and_json_exclude_each_other() {
    assertThat(Run.pchat("diff", MONDAY, TUESDAY, "--format", "html", "--json").exit())
        .isEqualTo(2);
  }
}
