package org.pchat.database;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.problem.DatabaseProblem;

/**
 * What an import did, or would do.
 *
 * @param newPool whether there was no pool before
 * @param changes what happened to the records, by kind
 * @param overwritten items of the pool that were changed, with the reason, the first ones by name
 * @param conflicts what could not be done as the package says, the first ones by name; each is a
 *     problem in the log of the source, too
 * @param rooms what happened to the messages of each room that any happened to
 */
public record ImportOutcome(
    boolean newPool,
    Map<Kind<?>, Counts> changes,
    List<Overwritten> overwritten,
    List<Conflict> conflicts,
    List<RoomChange> rooms) {
  /** Copies. */
  public ImportOutcome {
    changes = Map.copyOf(changes);
    overwritten = List.copyOf(overwritten);
    conflicts = List.copyOf(conflicts);
    rooms = List.copyOf(rooms);
  }

  /**
   * What happened to records of a kind.
   *
   * @param added those that are new in the pool
   * @param changed those that were there with other values
   * @param unchanged those that were there just so
   * @param removed those that only the pool had
   * @param passedOver those that could not be imported; problems name them
   */
  public record Counts(long added, long changed, long unchanged, long removed, long passedOver) {
    /** Nothing. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);
  }

  /**
   * An item of the pool that was overwritten.
   *
   * @param kind what it is
   * @param guid its GUID in the package
   * @param name its name in the package
   * @param byName whether only its name was the same in the pool, and the GUID another
   */
  public record Overwritten(Kind<?> kind, Guid guid, String name, boolean byName) {}

  /**
   * Records that could not be imported as they are.
   *
   * @param code why
   * @param kind what they are
   * @param guid the GUID of the item; of messages that of their room, of roles and scopes that of
   *     their node, and null where authors are missing
   * @param other what stands in the way: the missing GUID, the name, the column; may be empty
   * @param records how many records it is about
   */
  public record Conflict(
      DatabaseProblem code, Kind<?> kind, @Nullable Guid guid, String other, long records) {}

  /** What happened to the messages of a room. */
  public record RoomChange(Guid room, String name, Counts messages) {}

  /** Returns the counts of a kind. */
  public Counts of(Kind<?> kind) {
    return changes.getOrDefault(kind, Counts.NONE);
  }

  /** Returns whether the pool is as it was. */
  public boolean changedNothing() {
    return changes.values().stream().allMatch(c -> c.added() + c.changed() + c.removed() == 0);
  }
}
