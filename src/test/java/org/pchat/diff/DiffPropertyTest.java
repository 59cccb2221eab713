package org.pchat.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.fixture.RandomPool;
import org.pchat.fixture.ShuffledSource;
import org.pchat.model.ChatSource;

/** A comparison finds what a random script of edits did, and nothing else. */
class DiffPropertyTest {
  private static final DiffRequest BY_GUID = DiffRequest.everything().with(Match.GUID);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 200);
  }

  private static Set<String> told(ChatSource one, ChatSource other) throws IOException {
    try (Diff diff = Diff.of(one, other, BY_GUID)) {
      Set<String> told = EditedPair.told(diff);
      assertThat(diff.identical()).isEqualTo(told.isEmpty());
      return told;
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void it_equals_the_script(long seed) throws IOException {
    EditedPair pair = EditedPair.with(seed);
    assertThat(told(pair.before(), pair.after())).isEqualTo(pair.script());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_snapshot_is_identical_to_itself(long seed) throws IOException {
    ChatSource pool = RandomPool.with(seed);
    try (Diff diff = Diff.of(pool, RandomPool.with(seed), DiffRequest.everything())) {
      assertThat(diff.identical()).isTrue();
      assertThat(EditedPair.told(diff)).isEmpty();
      assertThat(diff.rooms()).isEmpty();
      assertThat(diff.acts()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void mirrored_it_is_the_other_way_round(long seed) throws IOException {
    EditedPair pair = EditedPair.with(seed);
    assertThat(told(pair.after(), pair.before())).isEqualTo(mirrored(pair.script()));
  }

  private static Set<String> mirrored(Set<String> script) {
    Set<String> mirrored = new TreeSet<>();
    for (String line : script) {
      mirrored.add(
          line.startsWith("ADDED ")
              ? line.replaceFirst("ADDED", "REMOVED")
              : line.replaceFirst("^REMOVED", "ADDED"));
    }
    return mirrored;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_order_of_the_sources_does_not_matter(long seed) throws IOException {
    EditedPair pair = EditedPair.with(seed);
    var shuffled = new ShuffledSource(pair.after(), seed);
    assertThat(told(pair.before(), shuffled)).isEqualTo(pair.script());
  }
}
