package org.pchat.diff;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Message;

/** Folds the messages of one room that differ into runs, of which it keeps the first. */
final class RunTracker {
  private final List<OpenRun> kept = new ArrayList<>();
  private long runs;
  private @Nullable OpenRun open;

  /**
   * Notes a message that differs, directly behind the one before unless that was ended.
   *
   * @return whether it continues a run
   */
  boolean add(Slot slot, Message message) {
    if (open != null && open.continuedBy(slot)) {
      open.add(message);
      return true;
    }
    end();
    open = new OpenRun(slot, message);
    runs++;
    if (kept.size() < NodeChange.RUNS_KEPT) {
      kept.add(open);
    }
    return false;
  }

  /** Notes that something stands here that does not differ. */
  void end() {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  List<Run> settle(Ruling ruling) {
    end();
    return kept.stream().map(run -> run.settle(ruling)).toList();
  }

  long more() {
    return runs - kept.size();
  }
}
