package org.pchat.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.Location;

/**
 * Judges whether a new snapshot lost what the last good one had.
 *
 * <p>Rooms are matched by GUID, and what is left over by name. Where the new snapshot was meant to
 * hold less, that is what it says, instead of telling each thing that is missing for it.
 */
public final class Gate {
  private final Limits limits;

  /** Judges by these limits. */
  public Gate(Limits limits) {
    this.limits = limits;
  }

  /**
   * Judges a snapshot.
   *
   * @param lastGood what the last good snapshot holds; null if there is none, and then only errors
   *     make the new one suspect
   * @param now what the new one holds
   * @param where the place that findings name
   */
  public Judgement judge(@Nullable Census lastGood, Census now, Location where) {
    var trial = new Trial(limits, now, where);
    trial.errors(lastGood == null ? 0 : lastGood.errors());
    if (lastGood != null && trial.hasSameExtent(lastGood.extent())) {
      trial.structure(lastGood);
      trial.rooms(lastGood);
    }
    return new Judgement(List.copyOf(trial.findings()));
  }
}
