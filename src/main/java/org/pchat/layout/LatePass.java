package org.pchat.layout;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.pchat.problem.LayoutProblem;
import org.pchat.problem.LimitExceededException;
import org.pchat.problem.Problem;

/** A pass over one entry that finds values which stand behind the records that need them. */
final class LatePass {
  /** Such values are few: some for each room, say. They are held in memory. */
  private static final int MOST_VALUES = 500_000;

  private final DescribedLayout layout;
  private final Entries entries;

  private record Key(int ordinal, int owner, int index) {}

  LatePass(DescribedLayout layout, Entries entries) {
    this.layout = layout;
    this.entries = entries;
  }

  LateValues run(String entry) throws IOException {
    EntryMatch match = layout.match(entry).orElseThrow();
    Map<Key, String> values = new HashMap<>();
    try (EntryScan scan =
        EntryScan.open(match.program(), match.parts(), entries.open(entry), entries.where(entry))) {
      scan.collectLate(
          (ordinal, owner, index, value) -> {
            if (values.size() >= MOST_VALUES) {
              throw new LimitExceededException(
                  Problem.of(LayoutProblem.TOO_LATE, scan.parser().location(), MOST_VALUES));
            }
            values.put(new Key(ordinal, owner, index), value);
          });
      for (EntryScan.Stop stop = scan.next(); stop != EntryScan.Stop.DONE; stop = scan.next()) {
        if (stop == EntryScan.Stop.END) {
          scan.serve();
        }
      }
    }
    return (ordinal, owner, index) -> values.get(new Key(ordinal, owner, index));
  }
}
