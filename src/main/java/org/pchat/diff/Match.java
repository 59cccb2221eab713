package org.pchat.diff;

import java.util.Locale;

/** How records of two snapshots are found to be the same thing. */
public enum Match {
  /** By GUID, and by address or name where a side had to derive its GUID. */
  AUTO,
  /** By GUID only. */
  GUID,
  /**
   * By address (principals) and name (rooms, categories, add-ins), without regard to case; so for a
   * pool that was migrated and has other GUIDs.
   */
  NAME;

  /** Returns the word that users type. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
