/**
 * The sample maker: invented pools of any size, made from a seed and a slice of real chat, and the
 * edits between Monday and Tuesday. {@code Soundness} says what a sound pool is.
 *
 * <p>Test scope. May use {@code model}, {@code archive}, {@code fixture} and the crafted files of
 * {@code zip}'s tests. Start with {@link org.pchat.sample.SamplePool} and {@code ContosoEdits}.
 */
@NullMarked
package org.pchat.sample;

import org.jspecify.annotations.NullMarked;
