/**
 * How an archive spells the model: which entries hold which records and where each field stands. A
 * layout is data about an archive; the rooms above never name an element.
 *
 * <p>May use {@code xml} and the ground floor. Start with {@link org.pchat.layout.Layout}.
 */
@NullMarked
package org.pchat.layout;

import org.jspecify.annotations.NullMarked;
