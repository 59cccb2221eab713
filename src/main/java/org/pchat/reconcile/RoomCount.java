package org.pchat.reconcile;

import org.pchat.model.Guid;

/**
 * The messages of one room on both sides.
 *
 * @param room the room
 * @param name its name
 * @param export those of the export
 * @param backup those of the backup
 * @param missing how many of the backup's the export lacks
 * @param different how many have other values
 */
public record RoomCount(
    Guid room, String name, Sequence export, Sequence backup, long missing, long different) {
  /** Returns whether the export holds all of it. */
  public boolean whole() {
    return missing + different == 0;
  }
}
