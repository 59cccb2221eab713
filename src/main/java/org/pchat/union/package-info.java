/**
 * Many snapshots of one pool, taken for one archive by merging all of them at once.
 *
 * <p>Uses the kinds of act and the rules of {@code diff}. Start with {@link org.pchat.union.Pile}.
 */
@NullMarked
package org.pchat.union;

import org.jspecify.annotations.NullMarked;
