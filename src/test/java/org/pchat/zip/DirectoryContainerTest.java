package org.pchat.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.model.Watch;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.ProblemCode;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.ZipProblem;

class DirectoryContainerTest {
  @TempDir Path directory;

  @BeforeEach
  void unpack() throws IOException {
    Files.createDirectories(directory.resolve("Messages/empty"));
    Files.writeString(directory.resolve("Rooms.xml"), "rooms");
    Files.writeString(directory.resolve("Messages/b.xml"), "b");
    Files.writeString(directory.resolve("Messages/a.xml"), "");
  }

  @Test
  void offers_its_files_sorted_by_name() throws IOException {
    try (var container = Containers.open(directory)) {
      assertThat(container.isDirectory()).isTrue();
      assertThat(container.path()).isEqualTo(directory);
      assertThat(container.bytes()).isEqualTo(6);
      assertThat(Containers.read(container))
          .containsExactly(
              Map.entry("Messages/a.xml", ""),
              Map.entry("Messages/b.xml", "b"),
              Map.entry("Rooms.xml", "rooms"));
      assertThat(container.entry("Rooms.xml").orElseThrow().crc32()).isEmpty();
    }
  }

  @Test
  void refuses_a_link_inside() throws IOException {
    Files.createSymbolicLink(directory.resolve("link.xml"), Path.of("Rooms.xml"));
    assertThat(refusal()).isEqualTo(ZipProblem.SYMBOLIC_LINK);
  }

  @Test
  void refuses_a_link_put_in_the_place_of_a_file() throws IOException {
    try (var container = Containers.open(directory)) {
      var entry = container.entry("Rooms.xml").orElseThrow();
      Files.move(directory.resolve("Rooms.xml"), directory.resolve("moved.xml"));
      Files.createSymbolicLink(directory.resolve("Rooms.xml"), directory.resolve("moved.xml"));
      assertThatThrownBy(() -> container.open(entry)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void reads_through_a_link_that_the_user_named() throws IOException {
    Path link = directory.resolveSibling(directory.getFileName() + "-link");
    Files.createSymbolicLink(link, directory);
    try {
      assertThat(Containers.read(link)).hasSize(3);
    } finally {
      Files.delete(link);
    }
  }

  @Test
  void refuses_names_that_differ_only_in_case() throws IOException {
    Files.writeString(directory.resolve("ROOMS.XML"), "other");
    assertThat(refusal()).isEqualTo(ZipProblem.NAME_DUPLICATE);
  }

  @Test
  void notices_a_file_that_changed_since_it_was_listed() throws IOException {
    try (var container = Containers.open(directory)) {
      Files.writeString(directory.resolve("Rooms.xml"), "more rooms");
      var thrown = catchThrowableOfType(ArchiveException.class, () -> Containers.read(container));
      assertThat(thrown.problem().code()).isEqualTo(ZipProblem.CHANGED);
    }
  }

  @Test
  void notices_a_file_that_changes_while_it_is_read() throws IOException {
    try (var container = Containers.open(directory);
        var in = container.open(container.entry("Rooms.xml").orElseThrow())) {
      Files.setLastModifiedTime(directory.resolve("Rooms.xml"), FileTime.fromMillis(1));
      var thrown = catchThrowableOfType(ArchiveException.class, in::readAllBytes);
      assertThat(thrown.problem().code()).isEqualTo(ZipProblem.CHANGED);
      assertThat(thrown.problem().where().entry()).isEqualTo("Rooms.xml");
    }
  }

  @Test
  void bounds_the_number_of_files() {
    var limits = new Limits(2, 1_024, 0);
    assertThatThrownBy(() -> Container.open(directory, limits, ProblemLog.tolerant(), Watch.NONE))
        .hasMessageContaining("2 is the limit");
  }

  private ProblemCode refusal() {
    return catchThrowableOfType(ArchiveException.class, () -> Containers.open(directory))
        .problem()
        .code();
  }
}
