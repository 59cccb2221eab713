/**
 * What can be saved of a damaged export: every whole record, none invented, and an account of the
 * rest.
 *
 * <p>May use {@code archive}, {@code layout}, {@code xml}, {@code zip}, {@code document} and the
 * ground floor. Start with {@link org.pchat.salvage.Salvage}; {@link org.pchat.salvage.Mender} is
 * where broken XML becomes sound.
 */
@NullMarked
package org.pchat.salvage;

import org.jspecify.annotations.NullMarked;
