package org.pchat.model;

import org.jspecify.annotations.Nullable;

/**
 * Who made and last changed a record, and when; every part may be unknown.
 *
 * @param addedBy the principal that made it
 * @param addedOn when it was made
 * @param updatedBy the principal that changed it last
 * @param updatedOn when it was changed last
 */
public record Audit(
    @Nullable Guid addedBy,
    @Nullable Ticks addedOn,
    @Nullable Guid updatedBy,
    @Nullable Ticks updatedOn) {
  /** Nothing is known. */
  public static final Audit UNKNOWN = new Audit(null, null, null, null);
}
