package org.pchat.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.model.Absence;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.ReadOptions;
import org.pchat.model.RecordCursor;
import org.pchat.problem.Problem;
import org.pchat.problem.Severity;
import org.pchat.sample.BrokenSample;
import org.pchat.sample.Unpacked;

/** An export that is checked while it is read. */
class CheckedExportTest {
  @TempDir Path folder;

  private final Map<String, String> entries = new TreeMap<>();

  CheckedExportTest() throws IOException {
    entries.putAll(Unpacked.read(BrokenSample.SOUND));
  }

  private Export open() throws IOException {
    Unpacked.write(entries, folder);
    return ExportReader.checked(folder, ReadOptions.defaults(), Checks.with(List.of()));
  }

  private void replace(String entry, String piece, String by) {
    entries.compute(entry, (name, text) -> String.valueOf(text).replace(piece, by));
  }

  private static <T> void drain(Export export, Kind<T> kind) throws IOException {
    try (RecordCursor<T> records = export.records(kind)) {
      while (records.advance()) {}
    }
  }

  @Test
  void says_everything_once_however_often_it_is_read() throws IOException {
    replace("Permissions.xml", "role=\"Voiced\"", "role=\"Loud\"");
    replace("Permissions.xml", "access=\"deny\"", "access=\"maybe\"");
    try (Export export = open()) {
      for (int i = 0; i < 3; i++) {
        drain(export, Kind.SCOPE);
        drain(export, Kind.ROLE);
      }
      export.checkRest();
      export.checkRest();
      assertThat(export.problems().problems().stream().map(p -> p.code().id()))
          .containsExactlyInAnyOrder("XSD-003", "XSD-003", "MAN-002");
      assertThat(export.problems().count(Severity.ERROR)).isEqualTo(3);
    }
  }

  @Test
  void a_record_tells_which_of_its_fields_are_doubtful_in_every_walk() throws IOException {
    replace("Rooms.xml", "visibility=\"open\"", "visibility=\"open\" invite=\"perhaps\"");
    try (Export export = open()) {
      for (int i = 0; i < 2; i++) {
        try (var rooms = export.records(Kind.ROOM)) {
          rooms.advance();
          assertThat(rooms.doubtful()).isEmpty();
          rooms.advance();
          rooms.advance();
          assertThat(rooms.doubtful()).containsExactly("invite");
        }
      }
    }
  }

  @Test
  void damage_is_told_once_and_the_rest_is_still_checked() throws IOException {
    replace("Permissions.xml", "</Permissions>", "");
    replace("AddIns.xml", "<AddIn ", "<AddIn topic=\"x\" ");
    try (Export export = open()) {
      drain(export, Kind.ROLE);
      drain(export, Kind.SCOPE);
      export.checkRest();
      assertThat(export.problems().count(Severity.FATAL)).isEqualTo(1);
      assertThat(export.problems().problems().stream().map(p -> p.code().id()))
          .contains("XSD-004", "XML-004");
    }
  }

  @Test
  void the_manifest_says_what_is_expected_and_what_was_missing() throws IOException {
    String guid = "00000000-0000-4000-8000-0000000000";
    replace(
        "Manifest.xml",
        "    <Entry name=\"AddIns",
        "<Expect kind=\"Principal\" guid=\"%s01\" name=\"x\"/><Dangling kind=\"Room\" guid=\"%s02\"/><Entry name=\"AddIns"
            .formatted(guid, guid));
    try (Export export = open()) {
      export.checkRest();
      assertThat(export.problems().problems()).isEmpty();
      assertThat(export.absence(Kind.PRINCIPAL, Guid.parse(guid + "01")))
          .isEqualTo(Absence.EXPECTED_OF_TARGET);
      assertThat(export.absence(Kind.ROOM, Guid.parse(guid + "02")))
          .isEqualTo(Absence.MISSING_AT_SOURCE);
      assertThat(export.absence(Kind.PRINCIPAL, Guid.parse(guid + "02")))
          .isEqualTo(Absence.UNEXPLAINED);
    }
  }

  @Test
  void an_unusable_manifest_is_explained_by_its_schema() throws IOException {
    replace("Manifest.xml", "records=\"5\"", "records=\"many\"");
    try (Export export = open()) {
      export.checkRest();
      assertThat(export.problems().problems())
          .extracting(Problem::toString)
          .singleElement()
          .asString()
          .contains("Manifest.xml:5:5", "\"many\"", "[XSD-003]");
    }
  }

  @Test
  void an_export_opened_without_checks_has_no_rest() throws IOException {
    Unpacked.write(entries, folder);
    try (Export export = ExportReader.open(folder, ReadOptions.defaults())) {
      assertThatThrownBy(export::checkRest).isInstanceOf(IllegalStateException.class);
    }
  }
}
