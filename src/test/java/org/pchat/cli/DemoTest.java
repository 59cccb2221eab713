package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo runs, prints what it runs, and can be run again by hand. */
class DemoTest {
  @TempDir Path folder;

  @Test
  void every_command_is_printed_and_can_be_copied() {
    String made = folder.resolve("demo").toString();
    Run demo = Run.pchat("demo", "--folder", made);
    assertThat(demo.exit()).as(demo.err()).isZero();
    List<String> commands = demo.out().lines().filter(line -> line.startsWith("$ pchat ")).toList();
    assertThat(commands).hasSizeGreaterThanOrEqualTo(5);
    for (String command : commands) {
      String[] words = command.substring("$ pchat ".length()).split(" ", -1);
      if (!words[0].equals("export")) {
        assertThat(Run.pchat(words).exit()).as(command).isLessThan(2);
      }
    }
    assertThat(Path.of(made, "first.html")).exists();
  }

  @Test
  void what_is_there_stays_unless_force_is_given() throws Exception {
    Path precious = Files.writeString(folder.resolve("first.zip"), "precious");
    assertThat(Run.pchat("demo", "--folder", folder.toString()).exit()).isEqualTo(6);
    assertThat(precious).hasContent("precious");
    assertThat(Run.pchat("demo", "--folder", folder.toString(), "--force").exit()).isZero();
  }
}
