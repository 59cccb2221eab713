/**
 * Sorting more than fits in memory, by way of temporary files.
 *
 * <p>Uses no other room. Start with {@link org.pchat.spill.ExternalSort}.
 */
@NullMarked
package org.pchat.spill;

import org.jspecify.annotations.NullMarked;
