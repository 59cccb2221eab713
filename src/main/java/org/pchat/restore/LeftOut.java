package org.pchat.restore;

import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;

/**
 * Something that is lost or otherwise in the target, and that a package cannot or must not bring
 * back.
 *
 * @param what what kind of thing, in one word for programs
 * @param node the room or category; null where there is none
 * @param words what it is and why it is not carried, in a sentence; names stand in it
 * @param cmdlet the cmdlet that brings it back; null if there is none
 */
public record LeftOut(String what, @Nullable Guid node, String words, @Nullable String cmdlet) {}
