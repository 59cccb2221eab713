/**
 * The rules of a sound snapshot, whatever it was read from: that references resolve, and what holds
 * of every pool that a server would have made (docs/format.md, "Rules of a sound pool").
 *
 * <p>Start with {@link org.pchat.check.SnapshotCheck}. One class for each rule; {@code Rules} lists
 * them.
 */
@NullMarked
package org.pchat.check;

import org.jspecify.annotations.NullMarked;
