package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.fixture.Browser;
import org.pchat.fixture.Pools;
import org.pchat.fixture.TextCorpus;

/** The pages of exports and imports in Chromium: no complaint, no request, nothing that runs. */
class ReportInBrowserTest {
  @TempDir Path folder;

  @Test
  void pages_ask_for_nothing_and_show_what_they_should() throws IOException {
    Path export = folder.resolve("export.html");
    Path imported = folder.resolve("import.html");
    String pool = "jdbc:h2:" + folder.resolve("pool");
    String monday = "samples/contoso-monday.zip";
    String made = folder.resolve("made.zip").toString();
    assertThat(Run.pchat("import", monday, "--into", pool, "--report", imported.toString()).exit())
        .isZero();
    assertThat(Run.pchat("export", pool, "-o", made, "--report", export.toString()).exit())
        .isZero();
    List<String> names = TextCorpus.strings().stream().filter(n -> n.length() <= 256).toList();
    Path hostile = Pools.write(folder.resolve("hostile.zip"), names, List.of("x"));
    Path hostilePage = folder.resolve("hostile.html");
    Run.pchat(
        "export",
        hostile.toString(),
        "-o",
        folder.resolve("h.zip").toString(),
        "--report",
        hostilePage.toString());
    try (Browser browser = Browser.start()) {
      for (Path page : List.of(export, imported, hostilePage)) {
        browser.looking(1200, 900, false).open(page);
        assertThat(browser.requests()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
      }
    }
    assertThat(Files.readString(export))
        .contains("4,020 messages in 36 rooms", "75 links to files", "one state of the database")
        .contains("Import-CsPersistentChatData does not know");
    assertThat(Files.readString(imported)).contains("assumed: ", "This was done to a new pool.");
  }
}
