package org.pchat.model;

import org.jspecify.annotations.Nullable;

/**
 * One snapshot among many, as it is named where something is said to have been seen or missed in
 * it.
 *
 * @param name what the user called it
 * @param time its own time; null when it does not say
 */
public record Glimpse(String name, @Nullable Ticks time) {}
