package org.pchat.diff;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.pchat.model.Guid;
import org.pchat.model.Message;

/**
 * What part of the snapshots is compared. GUIDs are those of either side.
 *
 * <p>Where nodes are named, principals and add-ins are left out; where authors are named, rooms,
 * categories and add-ins are.
 *
 * @param nodes rooms and categories, with their permissions and messages; nothing for all
 * @param principals principals, with their permissions and messages; nothing for all
 * @param messages which messages, on top of that; one of the two states of a message suffices
 */
public record DiffSelection(
    Optional<Set<Guid>> nodes, Optional<Set<Guid>> principals, Predicate<Message> messages) {
  /** Everything. */
  public static final DiffSelection ALL =
      new DiffSelection(Optional.empty(), Optional.empty(), message -> true);
}
