package org.pchat.model;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.ProblemLog;

/**
 * How a source is to be read, the same for every origin.
 *
 * @param problems collects what is met; its strictness decides whether reading goes on
 * @param watch stops the job and follows it
 * @param sourceZone the zone that unzoned ticks are in, when the user says so; null takes them as
 *     UTC
 * @param layout the layout to use, by name; null recognises it
 * @param maxUnpacked how many bytes the source may unpack to; 0 for the built-in limit
 * @param login who reads, where the source asks
 * @param set the number of the backup set, where a file holds several; 0 for the only one
 */
public record ReadOptions(
    ProblemLog problems,
    Watch watch,
    @Nullable ZoneId sourceZone,
    @Nullable String layout,
    long maxUnpacked,
    Login login,
    int set) {
  /** Describes reading of a source that asks for no login. */
  public ReadOptions(
      ProblemLog problems,
      Watch watch,
      @Nullable ZoneId sourceZone,
      @Nullable String layout,
      long maxUnpacked) {
    this(problems, watch, sourceZone, layout, maxUnpacked, Login.NONE, 0);
  }

  /** Returns tolerant reading that watches nothing. */
  public static ReadOptions defaults() {
    return new ReadOptions(ProblemLog.tolerant(), Watch.NONE, null, null, 0);
  }

  /** Returns the same with another log. */
  public ReadOptions with(ProblemLog log) {
    return new ReadOptions(log, watch, sourceZone, layout, maxUnpacked, login, set);
  }

  /** Returns the same with another login. */
  public ReadOptions with(Login newLogin) {
    return new ReadOptions(problems, watch, sourceZone, layout, maxUnpacked, newLogin, set);
  }

  /** Returns the same for another backup set. */
  public ReadOptions withSet(int newSet) {
    return new ReadOptions(problems, watch, sourceZone, layout, maxUnpacked, login, newSet);
  }
}
