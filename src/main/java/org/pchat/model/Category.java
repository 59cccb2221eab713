package org.pchat.model;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A category of rooms, or the root of the tree ({@code tblNode} with {@code nodeType} 1;
 * docs/format.md, "Nodes"). Null is no value where {@link Coverage#has} the field, and unknown
 * elsewhere; a component that cannot be null is a stand-in where the field is not covered.
 *
 * @param guid the identity
 * @param parent the category above; null for the root, which counts leave out and copies keep
 * @param id the database id, carried but never an identity
 * @param invite whether rooms may send invitations
 * @param logged whether messages are kept
 * @param filePost whether files may be uploaded
 * @param purgedOn the last purge of scopes and roles; SQL {@code datetime}, without a zone
 * @param derived whether the GUID was made from the URI or name because the source has none
 */
public record Category(
    Guid guid,
    @Nullable Guid parent,
    @Nullable Integer id,
    String name,
    String description,
    @Nullable Boolean invite,
    @Nullable Boolean logged,
    @Nullable Boolean filePost,
    Audit audit,
    @Nullable LocalDateTime purgedOn,
    boolean derived) {
  static final List<Field<Category>> FIELDS =
      List.of(
          new Field<>("guid", Category::guid),
          new Field<>("parent", Category::parent),
          new Field<>("id", Category::id),
          new Field<>("name", Category::name),
          new Field<>("description", Category::description),
          new Field<>("invite", Category::invite),
          new Field<>("logged", Category::logged),
          new Field<>("filePost", Category::filePost),
          new Field<>("addedBy", c -> c.audit().addedBy()),
          new Field<>("addedOn", c -> c.audit().addedOn()),
          new Field<>("updatedBy", c -> c.audit().updatedBy()),
          new Field<>("updatedOn", c -> c.audit().updatedOn()),
          new Field<>("purgedOn", Category::purgedOn),
          Field.flag("derived", Category::derived));

  /** Returns whether this is the root of the tree and thus no category to a user. */
  public boolean isRoot() {
    return parent == null;
  }
}
