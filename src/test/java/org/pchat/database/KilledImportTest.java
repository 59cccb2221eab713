package org.pchat.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL in the middle of an import. */
class KilledImportTest {
  @TempDir Path folder;

  private void importAndKill(Path export, H2Address pool) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                KilledImport.class.getName(),
                export.toString(),
                pool.display())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("stuck");
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor()).isEqualTo(128 + 9);
  }

  @Test
  void leaves_a_pool_as_it_was_and_the_next_import_works() throws Exception {
    H2Address pool = TestPools.in(folder);
    TestPools.load(TestPools.MONDAY, pool);
    var before = TestPools.records(pool);
    importAndKill(TestPools.TUESDAY, pool);
    assertThat(TestPools.records(pool)).isEqualTo(before);
    assertThat(TestPools.load(TestPools.TUESDAY, pool).changedNothing()).isFalse();
    assertThat(TestPools.records(pool)).isNotEqualTo(before);
  }

  @Test
  void leaves_no_pool_where_there_was_none() throws Exception {
    importAndKill(TestPools.MONDAY, TestPools.in(folder));
    assertThat(folder.resolve("pool.mv.db")).doesNotExist();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .allMatch(name -> name.startsWith(".pool.tmp-"));
    }
    assertThat(TestPools.load(TestPools.MONDAY, TestPools.in(folder)).newPool()).isTrue();
  }
}
