/**
 * The published schema of the database {@code mgc}, and how its rows become records, whatever
 * delivers them: a driver, or the pages of a file.
 *
 * <p>May use the ground floor only. Start with {@link org.pchat.mgc.Projection} for the columns,
 * {@link org.pchat.mgc.PoolReading} for what is held of a pool, and {@link org.pchat.mgc.Pool} for
 * the rest.
 */
@NullMarked
package org.pchat.mgc;

import org.jspecify.annotations.NullMarked;
