package org.pchat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.fixture.Shell;
import org.pchat.fixture.Shell.Ran;
import org.pchat.fixture.Tools;

/** What the operating system sees of the tool; the cases stand in the script. */
@DisabledOnOs(OS.WINDOWS)
final class ConfinementIT {
  private static final Path CHECKOUT = Path.of(System.getProperty("pchat.checkout"));

  @Test
  void keeps_to_itself_whatever_it_is_given(@TempDir Path temporary) throws Exception {
    Tools.require("strace");

    Ran ran =
        Shell.in(temporary)
            .with("PATH", System.getenv("PATH"))
            .with("HOME", temporary)
            .with("TMPDIR", temporary)
            .with("JAVA_HOME", System.getProperty("java.home"))
            .with("MAVEN_OPTS", "-Dmaven.repo.local=" + System.getProperty("pchat.repository"))
            .run(Tools.require("bash"), CHECKOUT.resolve("bench/confined.sh"));

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).doesNotContain("FAILED").endsWith("all passed\n");
    assertThat(ran.exit()).isZero();
  }
}
