/**
 * Bringing content back: what a package is to hold, its writing, the guide beside it, and the
 * rehearsal of its import.
 *
 * <p>Start with {@link org.pchat.restore.Packing}; docs/restore.md tells the rules.
 */
@NullMarked
package org.pchat.restore;

import org.jspecify.annotations.NullMarked;
