/**
 * How big exports are beside SQL Server backups.
 *
 * <p>May use {@code model}, {@code problem} and {@code select}. Start with {@link
 * org.pchat.size.SizeReport}.
 */
@NullMarked
package org.pchat.size;

import org.jspecify.annotations.NullMarked;
