package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.archive.Export;
import org.pchat.archive.ExportReader;
import org.pchat.fixture.MemorySource;
import org.pchat.layout.EntryWalk;
import org.pchat.model.Kind;
import org.pchat.model.RawRecord;
import org.pchat.model.ReadOptions;
import org.pchat.model.Watch;
import org.pchat.problem.ProblemLog;
import org.pchat.respell.Style;
import org.pchat.respell.Styles;
import org.pchat.zip.Entry;

/** Packages of exports that are spelled otherwise than ours: in their own spelling, verbatim. */
class PackageLayoutsTest {
  private static final String DELETED = "5c06f0f6-6402-4c48-8824-ae53db357a03";
  private static MemorySource monday;
  private static MemorySource tuesday;

  @TempDir Path folder;

  static List<Style> styles() {
    return Styles.all();
  }

  @BeforeAll
  static void read_the_samples() throws IOException {
    monday = sample("monday");
    tuesday = sample("tuesday");
  }

  private static MemorySource sample(String day) throws IOException {
    Path file = Path.of("samples/contoso-" + day + ".zip");
    try (Export export = ExportReader.open(file, ReadOptions.defaults())) {
      return MemorySource.copyOf(export);
    }
  }

  private Path file() {
    return folder.resolve("back.zip");
  }

  private static Export open(Path file, Path layout) throws IOException {
    return ExportReader.open(
        file, new ReadOptions(ProblemLog.tolerant(), Watch.NONE, null, layout.toString(), 0));
  }

  /** Returns the bytes of all records that have some, as text. */
  private static Set<String> records(Export export) throws IOException {
    Set<String> records = new HashSet<>();
    for (Entry entry : export.container().entries()) {
      if (export.layout().role(entry.name()).isPresent()) {
        try (EntryWalk walk = export.walk(entry)) {
          while (walk.advance()) {
            walk.raw().map(RawRecord::text).ifPresent(records::add);
          }
        }
      }
    }
    return records;
  }

  @ParameterizedTest
  @MethodSource("styles")
  void a_room_is_taken_out_of_any_spelling_as_it_stands(Style style) throws IOException {
    Path source = style.write(monday, folder.resolve("monday.zip"));
    Run run =
        Run.pchat("package", "--from", source + "", "--room", DELETED, "-o", file() + "", "-q");
    assertThat(run.exit()).as(run.err()).isZero();
    Path layout = folder.resolve("back.layout.xml");
    assertThat(run.out()).contains("messages              82");
    try (Export whole = open(source, layout);
        Export part = open(file(), layout)) {
      assertThat(records(whole)).containsAll(records(part));
      assertThat(MemorySource.all(part.records(Kind.MESSAGE))).hasSize(82);
      assertThat(part.structure().rooms()).hasSize(1);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "monday.zip", "back.zip", "back.layout.xml", "RESTORE.md", "restore.ps1");
    }
    assertThat(Files.readString(folder.resolve("RESTORE.md"))).contains("back.layout.xml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"access-lists", "file-per-room"})
  void what_was_lost_is_packaged_in_its_own_spelling(String name) throws IOException {
    Style style = Styles.named(name);
    List<String> words = new ArrayList<>(List.of("package", "-q", "-o", file() + ""));
    words.addAll(List.of("--from", style.write(monday, folder.resolve("monday.zip")) + ""));
    words.addAll(List.of("--missing-in", style.write(tuesday, folder.resolve("tue.zip")) + ""));
    words.addAll(List.of("--room", DELETED, "--thin"));
    Run run = Run.pchat(words.toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("messages              82", "verdict: clean");
  }

  @Test
  void numbers_that_would_lead_nowhere_are_refused() throws IOException {
    Style style = Styles.named("dataset");
    List<String> words = new ArrayList<>(List.of("package", "-q", "-o", file() + ""));
    words.addAll(List.of("--from", style.write(monday, folder.resolve("monday.zip")) + ""));
    words.addAll(List.of("--missing-in", style.write(tuesday, folder.resolve("tue.zip")) + ""));
    words.addAll(List.of("--room", DELETED, "--thin"));
    Run run = Run.pchat(words.toArray(String[]::new));
    assertThat(run.exit()).isEqualTo(6);
    assertThat(run.err()).contains("[RST-007]").hasLineCount(1);
    assertThat(file()).doesNotExist();
    assertThat(folder.resolve("RESTORE.md")).doesNotExist();
  }

  @Test
  void what_would_have_to_be_spelled_anew_is_refused() throws IOException {
    Path source = styles().get(0).write(monday, folder.resolve("monday.zip"));
    List<String> words = new ArrayList<>(List.of("package", "-q", "-o", file() + ""));
    words.addAll(List.of("--from", source + "", "--room", DELETED, "--new-guids"));
    Run run = Run.pchat(words.toArray(String[]::new));
    assertThat(run.exit()).isEqualTo(6);
    assertThat(run.err()).contains("[RST-006]", "--canonical").hasLineCount(1);
    assertThat(file()).doesNotExist();
    words.add("--canonical");
    assertThat(Run.pchat(words.toArray(String[]::new)).exit()).isZero();
    assertThat(folder.resolve("back.layout.xml")).doesNotExist();
  }
}
