package org.pchat.layout;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.Location;
import org.pchat.problem.ProblemLog;

/**
 * What holds for all records of an entry.
 *
 * @param where the archive and entry
 * @param sourceZone the zone in which ticks are to be read; null takes them as UTC
 * @param problems takes findings
 * @param unknown counts what the layout does not know
 */
public record EntryContext(
    Location where, @Nullable ZoneId sourceZone, ProblemLog problems, UnknownNames unknown) {}
