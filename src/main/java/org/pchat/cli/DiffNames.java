package org.pchat.cli;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Room;
import org.pchat.model.Ticks;
import org.pchat.select.PrincipalIndex;

/** The names of what two sources speak of; principals are read when the first is asked for. */
final class DiffNames {
  private final ChatSource before;
  private final ChatSource after;
  private @Nullable PrincipalIndex oldPrincipals;
  private @Nullable PrincipalIndex newPrincipals;

  DiffNames(ChatSource before, ChatSource after) {
    this.before = before;
    this.after = after;
  }

  ChatSource before() {
    return before;
  }

  ChatSource after() {
    return after;
  }

  @Nullable Ticks timeBefore() {
    return before.coverage().snapshotTime();
  }

  @Nullable Ticks timeAfter() {
    return after.coverage().snapshotTime();
  }

  /** Returns the name of a room or category, as it was before if it had one then. */
  String node(Guid guid) throws IOException {
    return room(guid).map(Room::name).orElse(category(guid));
  }

  private Optional<Room> room(Guid guid) throws IOException {
    Optional<Room> old = before.structure().room(guid);
    return old.isPresent() ? old : after.structure().room(guid);
  }

  /** Returns the name of a category. */
  String category(Guid guid) throws IOException {
    Optional<Category> old = before.structure().category(guid);
    Optional<Category> known = old.isPresent() ? old : after.structure().category(guid);
    return known.map(Category::name).orElse(guid.toString());
  }

  /** Returns the best name of a principal. */
  String principal(Guid guid) throws IOException {
    if (oldPrincipals == null) {
      oldPrincipals = PrincipalIndex.of(before);
    }
    Optional<String> old = oldPrincipals.label(guid);
    if (old.isPresent()) {
      return old.get();
    }
    if (newPrincipals == null) {
      newPrincipals = PrincipalIndex.of(after);
    }
    return newPrincipals.label(guid).orElse(guid.toString());
  }
}
