package org.pchat.select;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Ticks;

/**
 * Exact counts of selected messages in groups. Memory grows with the groups, never with the
 * messages.
 *
 * @param grouping by what messages are counted apart
 * @param total all of them together
 * @param groups the groups: rooms as {@link WalkOrder#BY_ROOM} has them, authors by name, periods
 *     in time; rooms, authors and months only where there are messages, hours and weekdays always
 */
public record Statistics(Grouping grouping, Totals total, List<Group> groups) {
  /**
   * What some messages amount to.
   *
   * @param messages how many they are
   * @param characters Unicode characters of plain text
   * @param alerts messages of high importance
   * @param fileLinks links to files
   * @param first the earliest time; null without messages
   * @param last the latest time; null without messages
   */
  public record Totals(
      long messages,
      long characters,
      long alerts,
      long fileLinks,
      @Nullable Ticks first,
      @Nullable Ticks last) {}

  /**
   * The messages that belong together.
   *
   * @param key what the group is, for machines: a room's GUID, an author's URI or raw text or empty
   *     where there is none, {@code 2026-05}, {@code monday}, {@code 09}
   * @param guid the identity of the room or principal; null for others
   * @param label what the group is, for readers
   * @param totals what they amount to
   */
  public record Group(String key, @Nullable Guid guid, String label, Totals totals) {}

  private static final Comparator<Group> BIGGEST_FIRST =
      Comparator.comparingLong((Group group) -> group.totals.messages).reversed();

  /** Copies the groups. */
  public Statistics {
    groups = List.copyOf(groups);
  }

  /**
   * Counts the selected messages of a source in one pass; for authors, principals are read once
   * more for their names.
   *
   * @param zone the zone in which months, weekdays and hours are told
   */
  public static Statistics of(
      ChatSource source, Selection selection, Grouping grouping, ZoneId zone) throws IOException {
    return of(source, selection, List.of(grouping), zone).get(0);
  }

  /** Counts the same by several groupings in one pass; the results are in their order. */
  public static List<Statistics> of(
      ChatSource source, Selection selection, List<Grouping> groupings, ZoneId zone)
      throws IOException {
    return new GroupedCount(source, selection, zone).by(groupings);
  }

  /** Returns the biggest groups, biggest first; equal ones as they stand in {@link #groups}. */
  public List<Group> top(int count) {
    return groups.stream().sorted(BIGGEST_FIRST).limit(count).toList();
  }
}
