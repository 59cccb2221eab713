package org.pchat.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.fixture.RandomPool;
import org.pchat.model.Kind;

/** Packages that make no sense: nothing breaks, what makes sense comes in, and it does so once. */
class RandomImportTest {
  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatever_is_imported_a_second_import_changes_nothing(long seed) throws Exception {
    var pool =
        (H2Address) DatabaseAddress.parse("jdbc:h2:mem:random" + seed + ";DB_CLOSE_DELAY=-1");
    var source = RandomPool.with(seed);
    for (ImportRules.Match match : ImportRules.Match.values()) {
      var rules = new ImportRules(match, ImportRules.Numbering.KEPT, ImportRules.Content.APPENDED);
      ImportOutcome first = TestPools.load(source, pool, rules);
      var after = TestPools.records(pool);
      for (Kind<?> kind : Kind.ALL) {
        ImportOutcome.Counts counts = first.of(kind);
        long told = counts.added() + counts.changed() + counts.unchanged() + counts.passedOver();
        long roots =
            kind == Kind.CATEGORY
                ? source.structure().categories().stream().filter(c -> c.isRoot()).count()
                : 0;
        long all = TestPools.records(source).get(kind.plural()).size();
        assertThat(told).as(kind.plural()).isBetween(all - roots, all);
      }
      ImportOutcome second = TestPools.load(source, pool, rules);
      assertThat(second.changedNothing()).as(second.changes().toString()).isTrue();
      assertThat(TestPools.records(pool)).isEqualTo(after);
    }
    TestPools.forget(pool);
  }
}
