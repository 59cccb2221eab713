/**
 * Which snapshots a policy keeps, and why: restic's rules word for word, and the safeguards that
 * stand above them. Nothing is read or removed here.
 *
 * <p>Uses nothing of pchat. Start with {@link org.pchat.keep.Policy}.
 */
@NullMarked
package org.pchat.keep;

import org.jspecify.annotations.NullMarked;
