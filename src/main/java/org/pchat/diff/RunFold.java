package org.pchat.diff;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;
import org.pchat.model.Message;

/**
 * Folds messages among the details into runs, one at a time.
 *
 * <pre>{@code
 * Optional<RunFold.Folded> done = fold.add(difference); // for each message
 * ...
 * Optional<RunFold.Folded> last = fold.end();
 * }</pre>
 */
public final class RunFold {
  private @Nullable OpenRun open;
  private @Nullable Guid room;

  /**
   * A run and the room it is of.
   *
   * @param room the room
   * @param run the messages
   */
  public record Folded(Guid room, Run run) {}

  /** Takes the next message and returns the run that ended before it, if one did. */
  public Optional<Folded> add(Difference<Message> difference) {
    Message message = difference.before() == null ? difference.record() : difference.before();
    var slot = new Slot(difference.change(), difference.acts());
    if (difference.continues() && open != null && open.continuedBy(slot)) {
      open.add(message);
      return Optional.empty();
    }
    Optional<Folded> done = end();
    open = new OpenRun(slot, message);
    room = message.room();
    return done;
  }

  /** Ends the last run and returns it. */
  public Optional<Folded> end() {
    if (open == null || room == null) {
      return Optional.empty();
    }
    var folded = new Folded(room, open.settle(Ruling.AS_NOTED));
    open = null;
    return Optional.of(folded);
  }
}
