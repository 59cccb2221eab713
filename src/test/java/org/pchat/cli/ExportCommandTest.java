package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pchat.archive.ExportReader;
import org.pchat.fixture.MemorySource;
import org.pchat.fixture.Pools;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.ReadOptions;
import org.pchat.problem.ProblemLog;

/** Exports of every source, whole and in part. */
class ExportCommandTest {
  private static final String MONDAY = "samples/contoso-monday.zip";

  @TempDir Path folder;

  private Path made() {
    return folder.resolve("made.zip");
  }

  private Run export(String... words) {
    var all =
        new java.util.ArrayList<>(java.util.List.of("export", MONDAY, "-o", made().toString()));
    all.addAll(java.util.List.of(words));
    return Run.pchat(all.toArray(String[]::new));
  }

  private ChatSource open() throws IOException {
    return ExportReader.open(made(), ReadOptions.defaults().with(ProblemLog.strict()));
  }

  /** Fails if something in the export refers to what the export does not hold. */
  private void assertClosed() throws IOException {
    try (ChatSource source = open()) {
      var structure = source.structure();
      Set<Guid> principals = new HashSet<>();
      MemorySource.all(source.records(Kind.PRINCIPAL)).forEach(p -> principals.add(p.guid()));
      Set<Guid> nodes = new HashSet<>();
      structure.categories().forEach(c -> nodes.add(c.guid()));
      structure
          .categories()
          .forEach(c -> assertThat(c.parent() == null || nodes.contains(c.parent())).isTrue());
      structure.rooms().forEach(r -> assertThat(nodes).contains(r.category()));
      structure
          .rooms()
          .forEach(
              r ->
                  assertThat(r.addIn() == null || structure.addIn(r.addIn()).isPresent()).isTrue());
      structure.rooms().forEach(r -> nodes.add(r.guid()));
      MemorySource.all(source.records(Kind.ROLE))
          .forEach(
              r -> {
                assertThat(nodes).contains(r.node());
                assertThat(principals).contains(r.principal());
              });
      MemorySource.all(source.records(Kind.SCOPE))
          .forEach(s -> assertThat(nodes).contains(s.node()));
      MemorySource.all(source.records(Kind.MESSAGE))
          .forEach(
              m -> {
                assertThat(nodes).contains(m.room());
                assertThat(m.author() == null || principals.contains(m.author())).isTrue();
              });
    }
  }

  @Test
  void a_whole_export_of_an_export_has_the_same_bytes() {
    Run run = export();
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("4,020 messages", "75 links to files", "Left out");
    assertThat(made()).hasSameBinaryContentAs(Path.of(MONDAY));
  }

  @ParameterizedTest
  @CsvSource({
    "User, 0, 0, 0, 605",
    "Category, 7, 0, 0, 605",
    "RoomDirectory, 7, 36, 0, 605",
    "Content, 7, 36, 4020, 605",
    "all, 7, 36, 4020, 605"
  })
  void levels_build_on_one_another(
      String level, int categories, int rooms, int messages, int principals) throws IOException {
    Run run = export("--level", level, "--json");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("\"categories\":" + categories + ",")
        .contains("\"rooms\":" + rooms + ",")
        .contains("\"messages\":" + messages + "}")
        .contains("\"principals\":" + principals + ",");
    assertClosed();
    Run info = Run.pchat("info", "--json", made().toString());
    assertThat(info.out().toLowerCase(java.util.Locale.ROOT))
        .contains("\"level\":\"" + level.toLowerCase(java.util.Locale.ROOT) + "\"")
        .contains("\"messages\":" + messages);
  }

  @Test
  void a_scope_keeps_its_rooms_and_what_they_refer_to_and_the_manifest_says_so()
      throws IOException {
    Run run = export("--scope", "Town Hall", "--start-date", "2010-01-01");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("Only", "Town Hall", "6 categories", "outside the scope");
    assertThat(run.err()).contains("messages from 2010-01-01T00:00:00.0000000Z");
    assertClosed();
    try (ChatSource source = open()) {
      assertThat(source.coverage().scope()).hasSize(1);
      assertThat(source.coverage().startDate()).isNotNull();
      assertThat(source.structure().rooms()).hasSize(3);
      assertThat(source.structure().categories()).hasSize(2);
      assertThat(MemorySource.all(source.records(Kind.MESSAGE)))
          .isNotEmpty()
          .allMatch(m -> m.sent().compareTo(source.coverage().startDate()) >= 0);
    }
  }

  @Test
  void what_makes_no_sense_is_refused_and_leaves_nothing() {
    assertThat(export("--scope", "Twon Hall").err()).contains("Town Hall");
    assertThat(export("--scope", "Twon Hall").exit()).isEqualTo(2);
    assertThat(export("--level", "Rooms").exit()).isEqualTo(2);
    Run date = export("--start-date", "yesterday");
    assertThat(date.exit()).isEqualTo(2);
    assertThat(date.err()).contains("--start-date \"yesterday\"");
    assertThat(export("--start-date", "2018-01-01", "--level", "Category").exit()).isEqualTo(2);
    assertThat(Run.pchat("export", MONDAY).err()).contains("-o FILE");
    assertThat(export("--report", made().toString()).exit()).isEqualTo(2);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_part_cannot_become_the_whole_again() {
    assertThat(export("--level", "User").exit()).isZero();
    Run run =
        Run.pchat(
            "export",
            made().toString(),
            "--level",
            "All",
            "-o",
            folder.resolve("x.zip").toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("no more than the level User");
  }

  @Test
  void the_source_and_other_files_stay() throws IOException {
    Files.writeString(made(), "precious");
    assertThat(export().exit()).isEqualTo(6);
    assertThat(made()).hasContent("precious");
    Path report = Files.writeString(folder.resolve("report.html"), "precious");
    assertThat(export("--report", report.toString()).exit()).isEqualTo(6);
    assertThat(report).hasContent("precious");
    assertThat(export("--force").exit()).isZero();
    Run self = Run.pchat("export", made().toString(), "-o", made().toString(), "--force");
    assertThat(self.exit()).isEqualTo(6);
  }

  @Test
  void records_in_any_order_are_put_in_order() throws IOException {
    Path good =
        Pools.write(
            folder.resolve("good.zip"), java.util.List.of("Desk"), java.util.List.of("a", "b"));
    String open = "<Messages xmlns=\"urn:pchat:export:1\" room=\"" + Pools.guid(100) + "\">";
    String message =
        "<Message id=\"%d\" sent=\"5\" author=\"" + Pools.KIM + "\"><Text>m</Text></Message>";
    var parts = new java.util.ArrayList<Zips.Part>();
    try (var export = ExportReader.open(good, ReadOptions.defaults())) {
      for (var entry : export.container().entries()) {
        if (!entry.name().startsWith("Messages") && !entry.name().equals("Manifest.xml")) {
          try (var in = export.container().open(entry)) {
            parts.add(
                Zips.part(
                    entry.name(),
                    new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)));
          }
        }
      }
    }
    parts.add(
        Zips.part(
            "Messages/" + Pools.guid(100) + ".xml",
            open + message.formatted(2) + message.formatted(1) + "</Messages>"));
    Path mixed = Zips.write(folder.resolve("mixed.zip"), parts);
    Run run = Run.pchat("export", mixed.toString(), "-o", made().toString());
    assertThat(run.err()).contains("EXP-014");
    assertThat(run.exit()).isZero();
    try (ChatSource source = open()) {
      assertThat(MemorySource.all(source.records(Kind.MESSAGE)))
          .extracting(m -> m.id())
          .containsExactly(1L, 2L);
    }
  }
}
