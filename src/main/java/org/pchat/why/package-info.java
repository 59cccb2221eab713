/**
 * Why a room, or somebody's access to one, is gone: the causes, the chain of rules, and the one
 * cmdlet that undoes each.
 *
 * <p>May use {@code diff}, {@code document} and {@code model}. Start with {@link
 * org.pchat.why.Why}.
 */
@NullMarked
package org.pchat.why;

import org.jspecify.annotations.NullMarked;
