package org.pchat.diff;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Ticks;

/**
 * All that differs in one room or category: its record, its messages, its permissions.
 *
 * @param <N> {@link org.pchat.model.Room} or {@link org.pchat.model.Category}
 * @param kind which of the two
 * @param guid the identity
 * @param before the record in the earlier snapshot; null where it is not there
 * @param after the record in the later snapshot; null where it is not there
 * @param change what became of the record; null if it is the same
 * @param acts what happened to the record; empty if it is the same
 * @param fields which fields of the record differ
 * @param messages how many messages differ
 * @param messageActs how many messages met with each act, unknown ones included
 * @param clearedUntil the time of the last message that went by clearing; null if none did
 * @param runs the first runs of messages that differ, at most {@value #RUNS_KEPT}, by number
 * @param moreRuns how many runs there are besides
 * @param roles how many roles differ
 * @param purgedRoles how many of these went because the room moved
 * @param scopes how many scopes differ
 * @param access who can no longer enter, and who can now
 */
public record NodeChange<N>(
    Kind<N> kind,
    Guid guid,
    @Nullable N before,
    @Nullable N after,
    @Nullable Change change,
    Set<Act> acts,
    List<Field<N>> fields,
    Counts messages,
    Map<Act, Long> messageActs,
    @Nullable Ticks clearedUntil,
    List<Run> runs,
    long moreRuns,
    Counts roles,
    long purgedRoles,
    Counts scopes,
    Access access) {
  /** How many runs are kept for each room. */
  public static final int RUNS_KEPT = 8;

  /** How many principals are named. */
  public static final int PRINCIPALS_KEPT = 10;

  /**
   * Who lost or got access to a node that is in both snapshots: for a room its explicit roles
   * (members, managers, presenters), for a category its scopes. What groups and folders stand for
   * is not resolved.
   *
   * @param lost how many had a role or an allowing scope and have none now
   * @param firstLost the first of them, at most {@value #PRINCIPALS_KEPT}
   * @param gained how many had none and have one now
   * @param firstGained the first of them
   */
  public record Access(long lost, List<Guid> firstLost, long gained, List<Guid> firstGained) {
    /** Nobody. */
    public static final Access SAME = new Access(0, List.of(), 0, List.of());
  }

  /** Returns how much differs, to rank by: records of all kinds. */
  public long weight() {
    return messages.different()
        + roles.different()
        + scopes.different()
        + (change == null || change == Change.UNKNOWN ? 0 : 1);
  }
}
