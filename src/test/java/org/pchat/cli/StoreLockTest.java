package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.store.Store;
import org.pchat.store.StoreLock;

/** One writer: another process, another machine, one that is gone. */
class StoreLockTest {
  private static final String MONDAY = "samples/contoso-monday.zip";

  @TempDir Path folder;
  private String store = "";

  /** Holds a store until it is killed. */
  static final class Holder {
    private Holder() {}

    @SuppressWarnings("try") // holding the lock is all that it is for
    public static void main(String[] args) throws IOException {
      try (StoreLock lock = Store.open(Path.of(args[0])).lock("nightly")) {
        System.out.println("held");
        System.out.flush();
        int end = System.in.read();
        assertThat(end).isNegative();
      }
    }
  }

  @BeforeEach
  void make_a_store() {
    store = folder.resolve("store").toString();
    assertThat(Run.pchat("init", "--store", store).exit()).isZero();
    assertThat(backup().exit()).isZero();
  }

  private Run backup() {
    return Run.pchat("backup", MONDAY, "--store", store);
  }

  private Run unlock() {
    return Run.pchat("unlock", "--store", store);
  }

  @Test
  void the_second_writer_says_who_holds_it_and_readers_go_on() throws Exception {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                store)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("held");
      Run second = backup();
      assertThat(second.err()).contains("\"nightly\" (process " + holder.pid() + " on ");
      assertThat(second.exit()).isEqualTo(11);
      assertThat(unlock().exit()).isEqualTo(11);
      assertThat(Run.pchat("forget", "--keep-last", "1", "--store", store, "--execute").exit())
          .isEqualTo(11);
      assertThat(Run.pchat("info", store + "@latest").exit()).isZero();
      assertThat(Run.pchat("verify", "--store", store).exit()).isZero();
    } finally {
      holder.destroyForcibly();
    }
    assertThat(holder.waitFor()).isEqualTo(128 + 9);
    assertThat(backup().exit()).as("the lock of a dead process is taken over").isZero();
  }

  private void say(String owner) throws IOException {
    Path lock = Path.of(store, "lock");
    Files.writeString(lock, owner + " ".repeat((int) Files.size(lock) - owner.length()));
  }

  @Test
  void of_another_machine_only_unlock_frees() throws IOException {
    say("elsewhere\n4711\n2026-05-03T04:00:00Z\n2026-05-03T04:00:07Z\nbackup of pool.zip\n");
    Run refused = backup();
    assertThat(refused.err())
        .contains("\"backup of pool.zip\" (process 4711 on elsewhere, since 2026-05-03T04:00:07Z");
    assertThat(refused.exit()).isEqualTo(11);
    Run freed = unlock();
    assertThat(freed.out()).startsWith("freed the store from \"backup of pool.zip\"");
    assertThat(unlock().out()).isEqualTo("the store was not locked\n");
    assertThat(backup().exit()).isZero();
  }

  @Test
  void what_nobody_can_read_holds_nothing() throws IOException {
    for (String torn : new String[] {"elsewhere\nx\n?\n?\nbackup\n", "elsewhere\n4711\n"}) {
      say(torn);
      assertThat(backup().exit()).isZero();
    }
  }
}
