/**
 * One history of many snapshots: what came, went and changed between which of them, and by which
 * kind of act.
 *
 * <p>Uses {@code union} and the rules of {@code diff}. Start with {@link
 * org.pchat.timeline.Timeline}.
 */
@NullMarked
package org.pchat.timeline;

import org.jspecify.annotations.NullMarked;
