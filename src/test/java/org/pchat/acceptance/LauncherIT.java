package org.pchat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.fixture.Shell;
import org.pchat.fixture.Shell.Ran;
import org.pchat.fixture.Shell.Running;
import org.pchat.fixture.Tools;

/**
 * What the launcher for sh decides, seen by a Java that prints its arguments and a Maven that only
 * pretends to build.
 */
@DisabledOnOs(OS.WINDOWS)
final class LauncherIT {
  private static final Path LAUNCHER = Path.of(System.getProperty("pchat.checkout"), "pchat");
  private static final String FIRST_USE =
      "pchat: first use in this checkout, building (this takes a minute) ...\n";

  @TempDir private Path temporary;
  private Path home;
  private Path jdk;
  private Shell shell;

  @BeforeEach
  void unpack_a_release() throws IOException {
    home = temporary.resolve("für alle");
    Files.createDirectories(home.resolve("lib"));
    Files.createFile(home.resolve("lib/pchat.jar"));
    Files.copy(LAUNCHER, home.resolve("pchat"), StandardCopyOption.COPY_ATTRIBUTES);
    jdk = temporary.resolve("jdk");
    Tools.script(jdk.resolve("bin/java"), "printf '%s\\n' \"$@\"");
    Tools.script(jdk.resolve("bin/javac"), "");
    java("17.0.1");
    shell = Shell.in(temporary).with("PATH", "/usr/bin:/bin").with("JAVA_HOME", jdk);
  }

  @Test
  void hands_every_word_to_java_as_it_is() throws Exception {
    Ran ran = launch("show", "two words", "", "*", "$HOME", "\"'\\", "größer");

    assertThat(ran.out())
        .endsWith("org.pchat.cli.Main\nshow\ntwo words\n\n*\n$HOME\n\"'\\\ngrößer\n")
        .contains("-cp\n" + home.resolve("lib/pchat.jar") + "\n");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void options_of_the_user_win() throws Exception {
    shell = shell.with("PCHAT_JAVA_OPTS", "-Xmx1g -Dnumber=*");

    assertThat(launch().out().lines())
        .containsSubsequence("-Xmx256m", "-XX:+UseSerialGC", "-Xmx1g", "-Dnumber=*", "-cp");
  }

  @Test
  void a_collector_of_the_user_replaces_ours() throws Exception {
    shell = shell.with("PCHAT_JAVA_OPTS", "-XX:+UseParallelGC");

    assertThat(launch().out()).contains("-XX:+UseParallelGC").doesNotContain("UseSerialGC");
  }

  @Test
  void is_found_behind_links() throws Exception {
    Path bin = Files.createDirectory(temporary.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("pchat"), bin.relativize(home.resolve("pchat")));
    Path link = Files.createSymbolicLink(temporary.resolve("p"), bin.resolve("pchat"));

    assertThat(shell.run(link).out()).contains(home.resolve("lib/pchat.jar").toString());
  }

  @Test
  void becomes_java_so_that_signals_reach_it() throws Exception {
    Tools.script(jdk.resolve("bin/java"), "echo $$");

    Running running = shell.start(home.resolve("pchat"));

    assertThat(running.end().out()).isEqualTo(running.process().pid() + "\n");
  }

  @Test
  void names_the_streams_that_are_terminals() throws Exception {
    assertThat(launch().out()).contains("-Dpchat.tty=\n").doesNotContain("pchat.columns");
    assertThat(onTerminal("./pchat")).contains("-Dpchat.tty=oe", "-Dpchat.columns=77");
    assertThat(onTerminal("./pchat 2>errors")).contains("-Dpchat.tty=o", "-Dpchat.columns=77");
    assertThat(onTerminal("./pchat >out; cat out"))
        .contains("-Dpchat.tty=e")
        .doesNotContain("-Dpchat.columns=77");
  }

  @Test
  void takes_the_width_that_is_set() throws Exception {
    assertThat(shell.with("COLUMNS", 120).run(home.resolve("pchat")).out())
        .contains("-Dpchat.columns=120\n");
    assertThat(shell.with("COLUMNS", "wide").run(home.resolve("pchat")).out())
        .doesNotContain("columns");
  }

  @Test
  void without_a_locale_names_are_utf_8_all_the_same() throws Exception {
    Tools.script(jdk.resolve("bin/java"), "echo ${LC_ALL:-} ${LC_CTYPE:-}");

    assertThat(launch().out()).isEqualTo("C.UTF-8\n");
    shell = shell.with("LANG", "de_DE.UTF-8");
    assertThat(launch().out()).isEqualTo("\n");
    shell = shell.with("LC_ALL", "C");
    assertThat(launch().out()).isEqualTo("C.UTF-8\n");
  }

  @Test
  void an_old_java_is_refused_in_one_sentence() throws Exception {
    java("11.0.2");

    assertThat(launch())
        .isEqualTo(
            refused(
                "\"%s\" is Java 11.0.2; install Java 17 or newer, or set JAVA_HOME to one."
                    .formatted(jdk.resolve("bin/java"))));
  }

  @Test
  void a_java_that_is_missing_is_refused_in_one_sentence() throws Exception {
    shell = shell.with("JAVA_HOME", temporary);
    assertThat(launch())
        .isEqualTo(
            refused(
                "JAVA_HOME is \"%s\", where there is no bin/java; set it to a Java 17 or newer."
                    .formatted(temporary)));

    shell = shell.with("JAVA_HOME", "").with("PATH", temporary);
    assertThat(launch())
        .isEqualTo(
            refused(
                "there is no java on the PATH and JAVA_HOME is not set; install Java 17 or newer."));
  }

  @Test
  void a_java_on_the_path_does_as_well() throws Exception {
    shell = shell.with("JAVA_HOME", "").with("PATH", jdk.resolve("bin") + ":/usr/bin:/bin");

    assertThat(launch().out()).contains("org.pchat.cli.Main");
  }

  @Test
  void a_checkout_is_built_once_and_again_after_a_change() throws Exception {
    check_out();

    assertThat(launch("one")).satisfies(ran -> assertThat(ran.err()).isEqualTo(FIRST_USE));
    assertThat(launch("two")).satisfies(ran -> assertThat(ran.err()).isEmpty());
    Files.setLastModifiedTime(
        home.resolve("src/main/Main.java"), FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(launch("three").err())
        .isEqualTo("pchat: the sources have changed, building (this takes a minute) ...\n");

    assertThat(Files.readAllLines(home.resolve("builds"))).hasSize(2);
    assertThat(home.resolve("target"))
        .isDirectoryNotContaining(path -> path.toString().matches(".*launcher(-\\d+|[.]lock)"));
  }

  @Test
  void of_two_launchers_one_builds_and_one_waits() throws Exception {
    check_out();

    Running one = shell.start(home.resolve("pchat"));
    Running two = shell.start(home.resolve("pchat"));

    assertThat(List.of(one.end(), two.end()))
        .allSatisfy(ran -> assertThat(ran.out()).contains("org.pchat.cli.Main"))
        .extracting(Ran::err)
        .containsOnlyOnce(FIRST_USE);
    assertThat(Files.readAllLines(home.resolve("builds"))).hasSize(1);
  }

  @Test
  void the_lock_of_a_dead_launcher_is_taken_away() throws Exception {
    check_out();
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createDirectories(home.resolve("target"));
    Files.writeString(home.resolve("target/launcher.lock"), dead.pid() + "\n");

    assertThat(launch().err()).isEqualTo(FIRST_USE);
  }

  @Test
  void a_failing_build_says_where_to_read_on() throws Exception {
    check_out();
    Tools.script(temporary.resolve("maven/mvn"), "echo broken\nexit 1");

    Path log = home.resolve("target/launcher.log");
    assertThat(launch())
        .isEqualTo(
            new Ran(
                70,
                "",
                FIRST_USE + "pchat: building failed; what Maven said is in \"" + log + "\".\n"));
    assertThat(log).hasContent("broken");
    assertThat(home.resolve("target")).isDirectoryNotContaining(path -> !path.equals(log));
  }

  @Test
  void a_checkout_without_maven_is_refused_in_one_sentence() throws Exception {
    check_out();
    Path bin = temporary.resolve("bin");
    shell =
        shell.with(
            "PATH",
            Tools.only(
                bin, Tools.require("find"), Tools.require("head"), Tools.require("readlink")));

    assertThat(launch())
        .isEqualTo(
            refused(
                "this is a checkout, which must be built first, and there is no mvn on the PATH;"
                    + " install Maven 3.8 or newer, or use a release."));
  }

  @Test
  void half_a_release_is_refused_in_one_sentence() throws Exception {
    Files.delete(home.resolve("lib/pchat.jar"));

    assertThat(launch())
        .isEqualTo(
            refused(
                "there is no \"%s\"; unpack the release again."
                    .formatted(home.resolve("lib/pchat.jar"))));
  }

  private Ran launch(Object... words) throws Exception {
    return shell.run(Stream.concat(Stream.of(home.resolve("pchat")), Stream.of(words)).toArray());
  }

  /**
   * Runs a command in the release on a terminal 77 columns wide, and returns the lines it shows.
   */
  private List<String> onTerminal(String command) throws Exception {
    String inside = "cd 'für alle' && stty cols 77 && " + command;
    Ran ran =
        shell
            .with("LC_ALL", "C.UTF-8")
            .with("SHELL", "/bin/sh")
            .run(Tools.require("script"), "-q", "-e", "-c", inside, "/dev/null");
    return ran.out().lines().map(String::strip).toList();
  }

  private void check_out() throws IOException {
    Files.delete(home.resolve("lib/pchat.jar"));
    Files.createFile(home.resolve("pom.xml"));
    Files.createDirectories(home.resolve("src/main"));
    Files.createFile(home.resolve("src/main/Main.java"));
    Tools.script(
        temporary.resolve("maven/mvn"),
        """
        echo "$@" >>builds
        for word; do
          case $word in -Dbuild.folder=*) folder=${word#*=} ;; esac
        done
        sleep 1
        mkdir -p "$folder/lib"
        touch "$folder/lib/a.jar" "$folder/lib/pchat.jar"
        """);
    shell = shell.with("PATH", temporary.resolve("maven") + ":/usr/bin:/bin");
  }

  private void java(String version) throws IOException {
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"us\"\nJAVA_VERSION=\"" + version + "\"\n");
  }

  private static Ran refused(String sentence) {
    return new Ran(127, "", "pchat: " + sentence + "\n");
  }
}
