package org.pchat.diff;

import java.util.Set;

/**
 * How a record differs.
 *
 * @param change what became of it
 * @param acts by which acts
 */
record Slot(Change change, Set<Act> acts) {
  static Slot of(Change change, Act act) {
    return new Slot(change, Set.of(act));
  }
}
