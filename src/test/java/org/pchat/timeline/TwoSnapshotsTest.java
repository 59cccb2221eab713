package org.pchat.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pchat.diff.Act;
import org.pchat.diff.Diff;
import org.pchat.diff.DiffRequest;
import org.pchat.diff.DiffSelection;
import org.pchat.diff.EditedPair;
import org.pchat.fixture.MemorySource;
import org.pchat.model.Coverage;
import org.pchat.model.Ticks;
import org.pchat.model.Watch;
import org.pchat.spill.SortSpace;
import org.pchat.union.Pile;

/** The history of two snapshots is their comparison. */
class TwoSnapshotsTest {
  private static MemorySource at(long time, MemorySource pool) {
    Coverage c = pool.coverage();
    return pool.with(
        new Coverage(
            c.level(), c.scope(), c.startDate(), new Ticks(time), c.zone(), c.fields(), false));
  }

  @Test
  void its_acts_are_those_of_diff() throws IOException {
    for (long seed = 1; seed <= 150; seed++) {
      EditedPair pair = EditedPair.with(seed);
      MemorySource before = at(1, pair.before());
      MemorySource after = at(2, pair.after());
      try (Diff diff = Diff.of(before, after, DiffRequest.everything());
          Pile pile = Pile.of(List.of(after, before), Watch.NONE, SortSpace.defaults());
          Timeline timeline = Timeline.of(pile, DiffSelection.ALL)) {
        Map<Act, Long> told = new EnumMap<>(Act.class);
        timeline
            .acts(1)
            .forEach(
                (act, count) ->
                    told.merge(act == Act.AGED_OUT ? Act.CLEARED : act, count, Long::sum));
        assertThat(told).as("seed %d", seed).isEqualTo(diff.acts());
        assertThat(timeline.acts(0)).isEmpty();
      }
    }
  }
}
