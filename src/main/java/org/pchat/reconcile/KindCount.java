package org.pchat.reconcile;

import org.pchat.model.Kind;

/**
 * How many records of a kind there are.
 *
 * @param kind the kind
 * @param export how many the export has
 * @param backup how many the backup has
 * @param missing how many of the backup's the export lacks
 * @param different how many have other values
 * @param unknown how many one side has where the other cannot tell
 * @param only how many the export has besides
 */
public record KindCount(
    Kind<?> kind, long export, long backup, long missing, long different, long unknown, long only) {
  /** Returns whether the export holds all of it, for certain. */
  public boolean whole() {
    return missing + different + unknown == 0;
  }
}
