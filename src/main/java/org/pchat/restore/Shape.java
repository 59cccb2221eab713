package org.pchat.restore;

/**
 * In which shape a package is made (docs/restore.md, "The safe shape").
 *
 * @param inPlace whether what rooms that still live have lost goes back into them, instead of into
 *     rooms beside them
 * @param thin whether what the target has is left out
 * @param closed whether what is referred to is carried along
 * @param dangling whether references to what is nowhere are put up with
 * @param newGuids whether categories, rooms and add-ins that come back get new GUIDs
 * @param assignIds whether records whose database ids are taken get free ones
 * @param canonical whether the canonical layout is written whatever the source's is
 */
public record Shape(
    boolean inPlace,
    boolean thin,
    boolean closed,
    boolean dangling,
    boolean newGuids,
    boolean assignIds,
    boolean canonical) {
  /** The safe one. */
  public static final Shape SAFE = new Shape(false, false, true, false, false, false, false);

  /** Returns the same, into living rooms or beside them. */
  public Shape inPlace(boolean wanted) {
    return new Shape(wanted, thin, closed, dangling, newGuids, assignIds, canonical);
  }

  /** Returns the same with or without what the target has. */
  public Shape thin(boolean wanted) {
    return new Shape(inPlace, wanted, closed, dangling, newGuids, assignIds, canonical);
  }
}
