package org.pchat.salvage;

import org.jspecify.annotations.Nullable;
import org.pchat.layout.EntryRole;
import org.pchat.model.Guid;
import org.pchat.zip.Condition;
import org.pchat.zip.Fragment;

/**
 * An entry that is to be saved.
 *
 * @param fragment what is left of it
 * @param condition how far it can be trusted, the manifest's hash considered
 * @param name what it is called
 * @param role what the layout says it holds; null for an entry that the layout does not know
 * @param records how many records the manifest states; -1 if it does not
 */
record Item(
    Fragment fragment, Condition condition, String name, @Nullable EntryRole role, long records) {
  /** Returns how far it can be trusted; {@code sha256} is what the manifest states, or null. */
  static Condition condition(Fragment fragment, @Nullable String sha256) {
    return fragment.sha256().equals(sha256) ? Condition.SOUND : fragment.condition();
  }

  @Nullable Guid room() {
    return role == null ? null : role.room();
  }

  /** Returns where it stands in the file; null in a directory. */
  Loss.@Nullable Stretch place() {
    return fragment.offset() < 0 ? null : new Loss.Stretch(fragment.offset(), fragment.end());
  }

  Loss loss(Loss.Cause cause, Loss.Stretch bytes, String reason) {
    return new Loss(cause, name, bytes, place(), room(), null, null, reason);
  }
}
