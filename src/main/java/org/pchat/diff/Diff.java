package org.pchat.diff;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Room;
import org.pchat.model.Structure;

/**
 * The differences between an earlier and a later snapshot, from the general to the particular.
 *
 * <ol>
 *   <li>{@link #identical}: the verdict. What one side cannot know is no difference.
 *   <li>{@link #counts} of each kind of record, {@link #acts} by kind of act.
 *   <li>{@link #rooms} and {@link #categories} in which something differs, most change first: at
 *       most one {@link NodeChange} for each, all in memory.
 *   <li>{@link #details}: every {@link Difference}, a record each; a stream that may be walked
 *       several times, kept in a temporary file until this is closed. In the order of {@link
 *       Kind#ALL}, within a kind in its order.
 * </ol>
 *
 * <pre>{@code
 * try (Diff diff = Diff.of(monday, tuesday, DiffRequest.everything());
 *     var details = diff.details()) {
 *   while (details.advance()) {
 *     Difference<?> difference = details.record();
 *     ...
 *   }
 * }
 * }</pre>
 */
public final class Diff implements Closeable {
  private final Comparison comparison;
  private final Map<Kind<?>, Counts> counts = new HashMap<>();
  private final Map<Act, Long> acts;
  private final List<NodeChange<Room>> rooms;
  private final List<NodeChange<Category>> categories;
  private final boolean suggestsNames;

  private Diff(Comparison comparison, Side before, Side after) throws IOException {
    this.comparison = comparison;
    var all = new Tally.Settled();
    for (Kind<?> kind : Kind.ALL) {
      Tally.Settled settled = comparison.ledger().settle(kind);
      counts.put(kind, settled.counts());
      all.add(settled);
    }
    var nodes = new NodeChanges(comparison, before.structure(), after.structure());
    this.acts = all.acts();
    this.rooms = nodes.rooms();
    this.categories = nodes.categories();
    this.suggestsNames = sharesNoRoom(before.structure(), after.structure());
  }

  private static boolean sharesNoRoom(Structure before, Structure after) {
    Collection<Room> old = before.rooms();
    return !old.isEmpty()
        && !after.rooms().isEmpty()
        && old.stream().noneMatch(room -> after.room(room.guid()).isPresent());
  }

  /**
   * Compares two snapshots. Both are read once, parts with equal fingerprints not at all; the
   * caller closes them, after this.
   */
  public static Diff of(ChatSource before, ChatSource after, DiffRequest request)
      throws IOException {
    return new DiffRun(before, after, request).run();
  }

  /**
   * Returns the later snapshot with the GUIDs of the earlier one, where either had to derive them;
   * the later snapshot itself where none had to. Stays valid while that is open, and need not be
   * closed.
   */
  public static ChatSource aligned(ChatSource before, ChatSource after) throws IOException {
    Identities identities = Matcher.match(before, after, Match.AUTO);
    return identities.isEmpty() ? after : new TranslatedSource(after, identities);
  }

  static Diff of(Comparison comparison, Side before, Side after) throws IOException {
    return new Diff(comparison, before, after);
  }

  /** Returns whether nothing differs, so far as both sides can tell. */
  public boolean identical() {
    return counts.values().stream().allMatch(count -> count.different() == 0);
  }

  /** Returns how many records of {@code kind} differ. The root counts as a category here. */
  public Counts counts(Kind<?> kind) {
    return counts.getOrDefault(kind, Counts.NONE);
  }

  /** Returns how many records met with each act, unknown ones included. */
  public Map<Act, Long> acts() {
    return acts;
  }

  /** Returns the rooms in which something differs, most change first. */
  public List<NodeChange<Room>> rooms() {
    return rooms;
  }

  /** Returns the categories in which something differs, most change first. */
  public List<NodeChange<Category>> categories() {
    return categories;
  }

  /** Returns what differs in one room. */
  public Optional<NodeChange<Room>> room(Guid guid) {
    return rooms.stream().filter(room -> room.guid().equals(guid)).findFirst();
  }

  /**
   * Returns whether the snapshots have nothing in common by GUID although both have rooms, so that
   * {@link Match#NAME} is worth trying.
   */
  public boolean suggestsNames() {
    return suggestsNames;
  }

  /**
   * Opens a walk over all differences.
   *
   * @throws IllegalStateException if the request was for none
   */
  public Details details() {
    return comparison.ledger().details(comparison.rules());
  }

  @Override
  public void close() throws IOException {
    comparison.close();
  }
}
