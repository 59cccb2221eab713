/**
 * What differs between two snapshots, and by which act it came about.
 *
 * <p>May use {@code order}, {@code spill} and the ground floor. Start with {@link
 * org.pchat.diff.Diff}.
 */
@NullMarked
package org.pchat.diff;

import org.jspecify.annotations.NullMarked;
