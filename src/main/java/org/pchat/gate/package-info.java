/**
 * The shrink gate: whether a new snapshot has lost what the last good one had. Only counts are
 * judged; whoever reads the snapshots takes them.
 *
 * <p>May use {@code model} and {@code problem}. Start with {@link org.pchat.gate.Gate}.
 */
@NullMarked
package org.pchat.gate;

import org.jspecify.annotations.NullMarked;
