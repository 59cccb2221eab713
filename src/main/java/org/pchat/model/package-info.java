/**
 * What a snapshot of a Persistent Chat pool is, however some file or database spells it: records
 * for its seven kinds of things, their identity and order, and {@link org.pchat.model.ChatSource},
 * the one interface that every origin offers.
 *
 * <p>May use only {@code problem}. Start with {@link org.pchat.model.ChatSource} and {@link
 * org.pchat.model.Kind}.
 */
@NullMarked
package org.pchat.model;

import org.jspecify.annotations.NullMarked;
