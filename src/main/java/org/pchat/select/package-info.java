/**
 * Which messages are meant, and what they amount to: selections, walks in order, inventories and
 * statistics over any {@link org.pchat.model.ChatSource}.
 *
 * <p>May use {@code model}, {@code problem} and {@code spill}. Start with {@link
 * org.pchat.select.Selection}.
 */
@NullMarked
package org.pchat.select;

import org.jspecify.annotations.NullMarked;
