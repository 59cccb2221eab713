/**
 * Whether one snapshot holds everything of another: an export of a backup that is to be thrown
 * away.
 *
 * <p>May use {@code diff}, {@code order}, {@code spill} and the ground floor. Start with {@link
 * org.pchat.reconcile.Reconciliation}.
 */
@NullMarked
package org.pchat.reconcile;

import org.jspecify.annotations.NullMarked;
