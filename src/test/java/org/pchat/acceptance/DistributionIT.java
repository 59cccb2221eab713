package org.pchat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.fixture.Shell;
import org.pchat.fixture.Shell.Ran;
import org.pchat.fixture.Tools;

/** The release as a user meets it: unpacked by another program, on a machine with Java alone. */
@DisabledOnOs(OS.WINDOWS)
final class DistributionIT {
  private static final String VERSION = System.getProperty("pchat.version");
  private static final Path ZIP = Path.of(System.getProperty("pchat.zip"));

  @TempDir static Path temporary;
  private static Path release;

  @BeforeAll
  static void unpack() throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("für alle"));
    Ran ran =
        Shell.in(folder)
            .with("LC_ALL", "C.UTF-8")
            .run(Tools.require("unzip"), "-q", ZIP, "-d", ".");
    assertThat(ran).isEqualTo(new Ran(0, "", ""));
    assertThat(folder).isDirectoryContaining(path -> path.endsWith("pchat-" + VERSION));
    release = folder.resolve("pchat-" + VERSION);
  }

  @Test
  void holds_what_users_read_and_run() {
    assertThat(
            Stream.of("pchat.cmd", "pchat.ps1", "README.md", "CHANGELOG.md", "LICENSE", "NOTICE"))
        .allSatisfy(name -> assertThat(release.resolve(name)).isNotEmptyFile());
    assertThat(Stream.of("docs", "schemas", "samples", "third-party"))
        .allSatisfy(name -> assertThat(release.resolve(name)).isNotEmptyDirectory());
    assertThat(release.resolve("pchat")).isExecutable();
  }

  @Test
  void windows_reads_its_launchers() throws IOException {
    for (String name : List.of("pchat.cmd", "pchat.ps1")) {
      assertThat(Files.readString(release.resolve(name)).split("\n"))
          .as(name)
          .allSatisfy(line -> assertThat(line).endsWith("\r"));
    }
    assertThat(Files.readString(release.resolve("pchat.ps1"))).startsWith("\uFEFF");
  }

  @Test
  void every_file_has_its_sum() throws Exception {
    Ran ran =
        Shell.in(release)
            .run(Tools.require("sha256sum"), "-c", "--strict", "--quiet", "SHA256SUMS");
    assertThat(ran).isEqualTo(new Ran(0, "", ""));
    List<String> listed =
        Files.readAllLines(release.resolve("SHA256SUMS")).stream()
            .map(line -> line.substring(line.indexOf("  ") + 2))
            .toList();
    try (Stream<Path> files = Files.walk(release).filter(Files::isRegularFile)) {
      assertThat(files.map(file -> release.relativize(file).toString()))
          .containsOnlyOnceElementsOf(listed)
          .hasSize(listed.size() + 1);
    }
  }

  @Test
  void every_library_has_its_licence() throws IOException {
    List<String> libraries = libraries();
    assertThat(libraries).isNotEmpty();
    for (String library : libraries) {
      try (Stream<Path> texts = Files.list(release.resolve("third-party").resolve(library))) {
        assertThat(texts.filter(text -> text.getFileName().toString().contains("LICENSE")))
            .as(library)
            .anySatisfy(text -> assertThat(text).content().hasSizeGreaterThan(1000));
      }
    }
    assertThat(Files.readAllLines(release.resolve("third-party/LIBRARIES.tsv")).stream().skip(1))
        .allSatisfy(row -> assertThat(row).matches("[^\t]+\t\\d[^\t]*\t[^\t]+"))
        .extracting(row -> row.replaceFirst("\t([^\t]*)\t.*", "-$1"))
        .containsExactlyInAnyOrderElementsOf(libraries);
  }

  @Test
  void runs_with_java_alone_and_writes_nothing() throws Exception {
    Path home = Files.createDirectory(temporary.resolve("home"));
    Shell shell = Shell.in(home).with("PATH", javaAndCoreutils()).with("HOME", home);
    Map<Path, Object> before = state(temporary);

    Ran ran = shell.run(release.resolve("pchat"), "--version");

    assertThat(ran.out()).contains(VERSION);
    assertThat(ran).isEqualTo(new Ran(0, ran.out(), ""));
    assertThat(state(temporary)).isEqualTo(before);
  }

  private static Path javaAndCoreutils() throws IOException {
    return Tools.only(
        temporary.resolve("bin"),
        Path.of(System.getProperty("java.home"), "bin", "java"),
        Tools.require("cat"),
        Tools.require("readlink"),
        Tools.require("stty"));
  }

  private static List<String> libraries() throws IOException {
    try (Stream<Path> jars = Files.list(release.resolve("lib"))) {
      return jars.map(jar -> jar.getFileName().toString())
          .filter(name -> !name.equals("pchat.jar"))
          .map(name -> name.replaceFirst("\\.jar$", ""))
          .toList();
    }
  }

  private static Map<Path, Object> state(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.collect(Collectors.toMap(Function.identity(), DistributionIT::sizeAndTime));
    }
  }

  private static Object sizeAndTime(Path path) {
    return List.of(path.toFile().length(), path.toFile().lastModified());
  }
}
