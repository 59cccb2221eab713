package org.pchat.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.problem.OutputProblem;
import org.pchat.problem.RefusedException;

class PendingFileTest {
  private static final PendingFile.Check SOUND = file -> {};

  @TempDir Path directory;

  private Path target;

  @BeforeEach
  void choose_target() {
    target = directory.resolve("out.zip");
  }

  @Test
  void appears_under_its_name_only_when_committed() throws IOException {
    try (var pending = PendingFile.create(target, false)) {
      write(pending, "content");
      assertThat(target).doesNotExist();
      pending.commit(SOUND);
    }
    assertThat(target).hasContent("content");
    assertThat(names()).containsExactly("out.zip");
  }

  @Test
  void lies_beside_its_target_until_then() throws IOException {
    try (var pending = PendingFile.create(target, false)) {
      write(pending, "content");
      assertThat(names()).singleElement().asString().matches("\\.out\\.zip\\.tmp-[0-9a-f]{16}");
    }
  }

  @Test
  void leaves_nothing_when_it_is_given_up() throws IOException {
    try (var pending = PendingFile.create(target, false)) {
      write(pending, "half");
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void leaves_nothing_when_the_read_back_fails() {
    assertThatThrownBy(
            () ->
                commit(
                    "wrong",
                    false,
                    file -> {
                      throw new IOException("differs");
                    }))
        .hasMessage("differs");
    assertThat(names()).isEmpty();
  }

  @Test
  void blames_the_disk_when_what_was_written_is_damaged() {
    assertThatThrownBy(() -> commit("no ZIP", false, Containers::read))
        .isInstanceOf(IOException.class)
        .hasMessage(target + " was not written: what reached the disk is damaged");
    assertThat(names()).isEmpty();
  }

  @Test
  void shows_the_read_back_all_that_was_written() throws IOException {
    commit("content", false, file -> assertThat(file).hasContent("content"));
  }

  @Test
  void refuses_a_target_that_exists() throws IOException {
    Files.writeString(target, "old");
    var thrown =
        catchThrowableOfType(RefusedException.class, () -> PendingFile.create(target, false));
    assertThat(thrown.problem().code()).isEqualTo(OutputProblem.EXISTS);
    assertThat(thrown).hasMessageContaining(target.toString()).hasMessageContaining("--force");
    assertThat(target).hasContent("old");
    assertThat(names()).containsExactly("out.zip");
  }

  @Test
  void refuses_a_target_that_appeared_meanwhile() throws IOException {
    try (var pending = PendingFile.create(target, false)) {
      write(pending, "mine");
      Files.writeString(target, "theirs");
      assertThatThrownBy(() -> pending.commit(SOUND)).isInstanceOf(RefusedException.class);
    }
    assertThat(target).hasContent("theirs");
    assertThat(names()).containsExactly("out.zip");
  }

  @Test
  void keeps_the_old_file_until_the_new_one_is_committed() throws IOException {
    Files.writeString(target, "old");
    try (var pending = PendingFile.create(target, true)) {
      write(pending, "new");
      assertThat(target).hasContent("old");
      pending.commit(file -> assertThat(target).hasContent("old"));
    }
    assertThat(target).hasContent("new");
  }

  @Test
  void keeps_the_old_file_when_the_new_one_fails() throws IOException {
    Files.writeString(target, "old");
    assertThatThrownBy(
            () ->
                commit(
                    "new",
                    true,
                    file -> {
                      throw new IOException("differs");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(target).hasContent("old");
    assertThat(names()).containsExactly("out.zip");
  }

  @Test
  void never_follows_a_link_planted_at_its_target() throws IOException {
    Path victim = Files.writeString(directory.resolve("victim"), "precious");
    Files.createSymbolicLink(target, victim);
    assertThatThrownBy(() -> PendingFile.create(target, false))
        .isInstanceOf(RefusedException.class);
    commit("new", true, SOUND);
    assertThat(victim).hasContent("precious");
    assertThat(Files.isSymbolicLink(target)).isFalse();
    assertThat(target).hasContent("new");
  }

  @Test
  void takes_a_link_to_nothing_for_an_existing_target() throws IOException {
    Files.createSymbolicLink(target, directory.resolve("nothing"));
    assertThatThrownBy(() -> PendingFile.create(target, false))
        .isInstanceOf(RefusedException.class);
    assertThat(directory.resolve("nothing")).doesNotExist();
  }

  @Test
  void never_replaces_a_directory_or_a_device() throws IOException {
    Files.createDirectory(target);
    assertThat(refusal(target)).isEqualTo(OutputProblem.NOT_A_FILE);
    assertThat(refusal(Path.of("/dev/null"))).isEqualTo(OutputProblem.NOT_A_FILE);
  }

  private static Object refusal(Path path) {
    return catchThrowableOfType(RefusedException.class, () -> PendingFile.create(path, true))
        .problem()
        .code();
  }

  @Test
  void can_be_read_by_its_owner_only_from_its_creation_on() throws IOException {
    try (var pending = PendingFile.create(target, false)) {
      assertThat(permissions(directory.resolve(names().get(0)))).isEqualTo("rw-------");
      pending.commit(SOUND);
    }
    assertThat(permissions(target)).isEqualTo("rw-------");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void takes_a_name_as_long_as_the_file_system_allows() throws IOException {
    target = directory.resolve("日".repeat(85));
    commit("content", false, SOUND);
    assertThat(target).hasContent("content");
  }

  @Test
  void takes_a_target_without_a_directory() throws IOException {
    var pending = PendingFile.create(Path.of("no-such-file.zip"), false);
    pending.close();
    assertThat(Path.of("no-such-file.zip")).doesNotExist();
  }

  @Test
  void creates_no_directory_for_its_target() {
    Path nowhere = directory.resolve("nowhere").resolve("out.zip");
    assertThatThrownBy(() -> PendingFile.create(nowhere, false))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("out.zip: its folder does not exist");
  }

  @Test
  void removes_all_that_is_pending_when_the_process_is_interrupted() throws IOException {
    var one = PendingFile.create(target, false);
    var other = PendingFile.create(directory.resolve("other.zip"), false);
    PendingFile.removeAllPending();
    assertThat(names()).isEmpty();
    one.close();
    assertThatThrownBy(() -> other.commit(SOUND)).isInstanceOf(NoSuchFileException.class);
    other.close();
    assertThat(names()).isEmpty();
  }

  private void commit(String content, boolean overwrite, PendingFile.Check readBack)
      throws IOException {
    try (var pending = PendingFile.create(target, overwrite)) {
      write(pending, content);
      pending.commit(readBack);
    }
  }

  private static void write(PendingFile pending, String content) throws IOException {
    pending.channel().write(ByteBuffer.wrap(content.getBytes(UTF_8)));
  }

  private List<String> names() {
    return List.of(directory.toFile().list());
  }
}
