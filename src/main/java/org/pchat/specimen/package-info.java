/**
 * An export made safe to give away: the same structure, and noise in place of everything that
 * somebody said or is called.
 *
 * <p>May use {@code archive}, {@code layout}, {@code xml}, {@code zip} and the ground floor. It
 * knows XML and no layout, so it works on exports that nobody can read yet. Start with {@link
 * org.pchat.specimen.Specimen}.
 */
@NullMarked
package org.pchat.specimen;

import org.jspecify.annotations.NullMarked;
