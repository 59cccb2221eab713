package org.pchat.why;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;
import org.pchat.model.Room;

/**
 * What became of one room, or of one person's access to it.
 *
 * @param guid the room
 * @param before the room in the earlier snapshot; null if it is not there
 * @param after the room in the later snapshot; null if it is not there
 * @param person whose access is asked for; null for everybody's
 * @param accessBefore the rules in the earlier snapshot; null unless a person is asked for
 * @param accessAfter the rules in the later snapshot; likewise
 * @param reasons why something is gone; empty if nothing is
 * @param notes what else there is to know
 */
public record Answer(
    Guid guid,
    @Nullable Room before,
    @Nullable Room after,
    @Nullable Person person,
    @Nullable AccessChain accessBefore,
    @Nullable AccessChain accessAfter,
    List<Reason> reasons,
    List<String> notes) {
  /** Copies the lists. */
  public Answer {
    reasons = List.copyOf(reasons);
    notes = List.copyOf(notes);
  }

  /** Returns the name of the room as it was, or as it is if it is new. */
  public String roomName() {
    return before != null ? before.name() : after != null ? after.name() : guid.toString();
  }

  /** Returns whether something is gone, and why is known. */
  public boolean explains() {
    return reasons.stream().anyMatch(reason -> reason.cause() != Cause.UNKNOWN);
  }

  /** A person or group: one address, and the accounts that had it. */
  public record Person(String uri, String label, List<Guid> guids) {
    /** Copies the list. */
    public Person {
      guids = List.copyOf(guids);
      Objects.requireNonNull(uri);
    }
  }
}
