package org.pchat.model;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A room ({@code tblNode} with {@code nodeType} 0; docs/format.md, "Nodes"). Null is no value where
 * {@link Coverage#has} the field, and unknown elsewhere; a component that cannot be null is a
 * stand-in where the field is not covered.
 *
 * @param guid the identity
 * @param category the category that it belongs to
 * @param id the database id, carried but never an identity
 * @param invite false when it sends no invitations; null inherits from the category
 * @param disabled whether it is switched off; it keeps content and members
 * @param addIn the add-in shown beside it
 * @param purgedOn the last purge of roles; SQL {@code datetime}, without a zone
 * @param lastMessageId the last number given to a message ({@code tblLastChatId})
 * @param derived whether the GUID was made from the URI or name because the source has none
 */
public record Room(
    Guid guid,
    Guid category,
    @Nullable Integer id,
    String name,
    String description,
    @Nullable Boolean invite,
    boolean disabled,
    Behavior behavior,
    Visibility visibility,
    @Nullable Guid addIn,
    Audit audit,
    @Nullable LocalDateTime purgedOn,
    @Nullable Long lastMessageId,
    boolean derived) {
  static final List<Field<Room>> FIELDS =
      List.of(
          new Field<>("guid", Room::guid),
          new Field<>("category", Room::category),
          new Field<>("id", Room::id),
          new Field<>("name", Room::name),
          new Field<>("description", Room::description),
          new Field<>("invite", Room::invite),
          new Field<>("disabled", Room::disabled),
          new Field<>("behavior", Room::behavior),
          new Field<>("visibility", Room::visibility),
          new Field<>("addIn", Room::addIn),
          new Field<>("addedBy", r -> r.audit().addedBy()),
          new Field<>("addedOn", r -> r.audit().addedOn()),
          new Field<>("updatedBy", r -> r.audit().updatedBy()),
          new Field<>("updatedOn", r -> r.audit().updatedOn()),
          new Field<>("purgedOn", Room::purgedOn),
          new Field<>("lastMessageId", Room::lastMessageId),
          Field.flag("derived", Room::derived));
}
