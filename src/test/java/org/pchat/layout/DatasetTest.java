package org.pchat.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pchat.archive.Export;
import org.pchat.archive.ExportReader;
import org.pchat.fixture.MemorySource;
import org.pchat.layout.TableDump.Form;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.ReadOptions;
import org.pchat.problem.AmbiguousArchiveException;
import org.pchat.problem.LayoutProblem;
import org.pchat.problem.Severity;
import org.pchat.xml.XString;

/** The published tables, however a program wrote them, are read as the pool that they hold. */
class DatasetTest {
  private static MemorySource pool;

  /** The same with {@code _xHHHH_} for what XML cannot hold. */
  private static MemorySource written;

  @TempDir private Path folder;

  @BeforeAll
  static void read_the_sample() throws IOException {
    try (Export sample =
        ExportReader.open(Path.of("samples/contoso-monday.zip"), ReadOptions.defaults())) {
      pool = MemorySource.copyOf(sample);
      written =
          pool.withMessages(
              MemorySource.all(sample.records(Kind.MESSAGE)).stream()
                  .map(DatasetTest::writable)
                  .toList());
    }
  }

  private static Message writable(Message m) {
    return new Message(
        m.room(),
        m.id(),
        m.sent(),
        m.author(),
        m.authorRaw(),
        m.alert(),
        XString.escape(m.text()),
        m.rtf() == null ? null : XString.escape(m.rtf()));
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void tables_are_read_as_the_pool_that_they_hold(Form form) throws IOException {
    long seed = form.name().length();
    new TableDump(written, seed).write(folder, form, seed);
    ReadOptions options = ReadOptions.defaults();
    try (Export dump = ExportReader.open(folder, options)) {
      assertThat(dump.layout().name()).isEqualTo("dataset");
      Sameness.check(pool, dump, Kind.ALL);
      assertThat(options.problems().problems())
          .allMatch(problem -> problem.code() == LayoutProblem.UNRESOLVED);
      assertThat(dump.unknown().names().keySet())
          .allMatch(
              name ->
                  List.of(
                          "mgc/schema",
                          "tblNode/disabled",
                          "tblNode/behavior",
                          "tblNode/visibility")
                      .contains(name));
    }
  }

  @Test
  void every_record_has_its_own_bytes() throws IOException {
    new TableDump(written, 7).write(folder, Form.DATASET, 7);
    try (Export dump = ExportReader.open(folder, ReadOptions.defaults())) {
      for (Kind<?> kind : Kind.ALL) {
        try (var records = dump.records(kind)) {
          while (records.advance()) {
            String raw = records.raw().orElseThrow().text();
            assertThat(raw).startsWith("<tbl").endsWith(">");
            assertThat(raw.indexOf("<tbl", 1)).isNegative();
          }
        }
      }
    }
  }

  @Test
  void roles_by_numbers_that_nothing_explains_are_refused() throws IOException {
    var dump = new TableDump(written, 1);
    dump.drop("tblRoleType");
    dump.write(folder, Form.AUTO, 1);
    try (Export export = ExportReader.open(folder, ReadOptions.defaults());
        var roles = export.records(Kind.ROLE)) {
      assertThatThrownBy(roles::advance)
          .isInstanceOf(AmbiguousArchiveException.class)
          .hasMessageContaining("role is given by the code \"1")
          .hasMessageContaining("tblRoleType")
          .hasMessageContaining("<word is=");
      assertThat(MemorySource.all(export.records(Kind.MESSAGE))).isNotEmpty();
    }
  }

  @Test
  void tables_that_are_missing_are_no_records() throws IOException {
    var dump = new TableDump(written, 1);
    List.of("tblChat", "tblLastChatId", "tblSiopWhiteList", "tblPrincipalRole").forEach(dump::drop);
    dump.write(folder, Form.DATASET, 1);
    try (Export export = ExportReader.open(folder, ReadOptions.defaults())) {
      assertThat(MemorySource.all(export.records(Kind.ROOM))).isNotEmpty();
      assertThat(MemorySource.all(export.records(Kind.MESSAGE))).isEmpty();
      assertThat(Kind.ALL.stream().filter(export.coverage()::holds))
          .containsExactly(Kind.PRINCIPAL, Kind.CATEGORY, Kind.ROOM, Kind.SCOPE);
    }
  }

  @Test
  void columns_that_were_not_chosen_are_unknown_and_no_fault() throws IOException {
    var dump = new TableDump(written, 1);
    dump.dropColumns("tblNode", "visibility", "disabled", "nodeDesc");
    dump.dropColumns("tblPrincipal", "prinCompanyName", "prinDisabled");
    dump.write(folder, Form.AUTO, 1);
    ReadOptions options = ReadOptions.defaults();
    try (Export export = ExportReader.open(folder, options)) {
      assertThat(MemorySource.all(export.records(Kind.ROOM))).hasSize(36);
      assertThat(MemorySource.all(export.records(Kind.PRINCIPAL))).hasSize(605);
      assertThat(options.problems().count(Severity.ERROR)).isZero();
      for (String field : List.of("visibility", "disabled", "description")) {
        assertThat(export.coverage().has(Kind.ROOM.field(field).orElseThrow())).isFalse();
      }
      assertThat(export.coverage().has(Kind.ROOM.field("addIn").orElseThrow())).isTrue();
      assertThat(export.coverage().has(Kind.PRINCIPAL.field("company").orElseThrow())).isFalse();
      assertThat(export.coverage().has(Kind.PRINCIPAL.field("email").orElseThrow())).isTrue();
      Sameness.check(pool, export, Kind.ALL);
    }
  }
}
