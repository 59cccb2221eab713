package org.pchat.layout;

import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.Location;
import org.pchat.problem.ProblemLog;
import org.pchat.xml.EntrySchema;
import org.pchat.xml.SchemaChoice;
import org.pchat.xml.Schemas;

/**
 * What holds for all records of an entry.
 *
 * @param where the archive and entry
 * @param sourceZone the zone in which ticks are to be read; null takes them as UTC
 * @param problems takes findings
 * @param unknown counts what the layout does not know
 * @param references tells what values refer to
 * @param ordinal how many entries before it hold messages of whatever rooms; messages without
 *     numbers of their own are numbered by it
 * @param checks the user's schemas, to check the entry against one of them or the layout's own;
 *     null checks nothing
 */
public record EntryContext(
    Location where,
    @Nullable ZoneId sourceZone,
    ProblemLog problems,
    UnknownNames unknown,
    References references,
    int ordinal,
    @Nullable SchemaChoice checks) {
  /**
   * Returns what to check the entry against.
   *
   * @param own gives the layout's own schema for it; null where it has none
   */
  public Schemas schemas(Supplier<? extends @Nullable EntrySchema> own) {
    return checks == null ? Schemas.NONE : root -> checks.at(root, own);
  }
}
