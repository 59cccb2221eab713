package org.pchat.model;

/**
 * Between which two snapshots something happened: behind the first, and at the latest at the
 * second.
 *
 * @param from the last snapshot of before
 * @param until the first snapshot of after
 */
public record Interval(Glimpse from, Glimpse until) {}
