package org.pchat.sample;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Audit;
import org.pchat.model.Guid;
import org.pchat.model.Room;
import org.pchat.model.Ticks;
import org.pchat.model.Visibility;

/** A room being changed. */
final class RoomDraft {
  private final Room before;
  private Guid category;
  private String name;
  private boolean disabled;
  private Visibility visibility;
  private Audit audit;
  private @Nullable LocalDateTime purgedOn;
  private @Nullable Long lastMessageId;

  RoomDraft(Room before) {
    this.before = before;
    category = before.category();
    name = before.name();
    disabled = before.disabled();
    visibility = before.visibility();
    audit = before.audit();
    purgedOn = before.purgedOn();
    lastMessageId = before.lastMessageId();
  }

  RoomDraft category(Guid newCategory) {
    category = newCategory;
    return this;
  }

  RoomDraft name(String newName) {
    name = newName;
    return this;
  }

  RoomDraft disabled() {
    disabled = true;
    return this;
  }

  RoomDraft visibility(Visibility newVisibility) {
    visibility = newVisibility;
    return this;
  }

  RoomDraft updated(Guid by, Ticks on) {
    audit = new Audit(audit.addedBy(), audit.addedOn(), by, on);
    return this;
  }

  RoomDraft purged(Ticks on) {
    purgedOn = Calendar.wholeSeconds(on);
    return this;
  }

  RoomDraft lastMessageId(long id) {
    lastMessageId = id;
    return this;
  }

  /** Returns the room as changed. */
  Room room() {
    return new Room(
        before.guid(),
        category,
        before.id(),
        name,
        before.description(),
        before.invite(),
        disabled,
        before.behavior(),
        visibility,
        before.addIn(),
        audit,
        purgedOn,
        lastMessageId,
        before.derived());
  }
}
