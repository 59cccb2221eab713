/**
 * Findings as pages for people: HTML that needs nothing else.
 *
 * <p>May use {@code diff}, {@code select}, {@code document} and {@code model}. Start with {@link
 * org.pchat.report.DiffReport}.
 */
@NullMarked
package org.pchat.report;

import org.jspecify.annotations.NullMarked;
