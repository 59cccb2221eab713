package org.pchat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.fixture.Shell;
import org.pchat.fixture.Shell.Ran;
import org.pchat.fixture.Tools;

/** The launcher in a checkout, with the real Maven. */
@DisabledOnOs(OS.WINDOWS)
final class CheckoutIT {
  private static final Path ORIGINAL = Path.of(System.getProperty("pchat.checkout"));
  private static final String VERSION = System.getProperty("pchat.version");

  @Test
  void builds_on_first_use_and_says_so(@TempDir Path temporary) throws Exception {
    Tools.require("mvn");
    Path checkout = copyOfTheCheckout(temporary.resolve("für alle"));
    Shell shell =
        Shell.in(temporary)
            .with("PATH", System.getenv("PATH"))
            .with("HOME", temporary)
            .with("JAVA_HOME", System.getProperty("java.home"))
            .with("MAVEN_OPTS", "-Dmaven.repo.local=" + System.getProperty("pchat.repository"));

    Ran first = shell.run(checkout.resolve("pchat"), "--version");
    Ran second = shell.run(checkout.resolve("pchat"), "--version");

    assertThat(first.out()).contains(VERSION);
    assertThat(first.err())
        .isEqualTo("pchat: first use in this checkout, building (this takes a minute) ...\n");
    assertThat(second).isEqualTo(new Ran(0, first.out(), ""));
  }

  private static Path copyOfTheCheckout(Path to) throws IOException {
    for (String part : List.of("pchat", "pom.xml", ".mvn", "src/main")) {
      try (Stream<Path> paths = Files.walk(ORIGINAL.resolve(part))) {
        for (Path path : paths.filter(Files::isRegularFile).toList()) {
          Path copy = to.resolve(ORIGINAL.relativize(path));
          Files.createDirectories(copy.getParent());
          Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return to;
  }
}
