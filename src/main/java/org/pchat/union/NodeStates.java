package org.pchat.union;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pchat.diff.Act;
import org.pchat.diff.Doubt;
import org.pchat.diff.Knowledge;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Room;

/**
 * Which rooms and categories each snapshot has, where they stand in it, and what it means if one is
 * not there.
 */
public final class NodeStates {
  private final Pile pile;
  private final int size;
  private final Map<Guid, States> nodes = new HashMap<>();
  private final Map<Guid, Room> rooms = new TreeMap<>();
  private final Map<Guid, Category> categories = new TreeMap<>();
  private final Knowledge[] before;
  private final Knowledge[] later;

  /** One node in all snapshots. */
  private static final class States {
    private final boolean room;
    private final boolean[] there;
    private final boolean[] lost;
    private final @Nullable Guid[] above;
    private final long[] lastGiven;

    States(boolean room, int size) {
      this.room = room;
      this.there = new boolean[size];
      this.lost = new boolean[size];
      this.above = new @Nullable Guid[size];
      this.lastGiven = new long[room ? size : 0];
    }
  }

  NodeStates(Pile pile) throws IOException {
    this.pile = pile;
    this.size = pile.snapshots().size();
    this.before = new Knowledge[size];
    this.later = new Knowledge[size];
    for (int i = 0; i < size; i++) {
      Snapshot snapshot = pile.snapshots().get(i);
      before[i] = new Knowledge(snapshot.coverage(), snapshot::hasMessagesOf, new View(i, false));
      later[i] = new Knowledge(snapshot.coverage(), snapshot::hasMessagesOf, new View(i, true));
    }
    readCategories();
    readRooms();
  }

  private void readCategories() throws IOException {
    try (SightingWalk<Category> walk = SightingWalk.open(pile, Kind.CATEGORY, null)) {
      while (walk.advance()) {
        Category latest = walk.latest();
        categories.put(latest.guid(), latest);
        var states = new States(false, size);
        for (int i = 0; i < size; i++) {
          Category here = walk.at(i);
          note(states, i, walk, here == null ? null : here.parent());
        }
        nodes.put(latest.guid(), states);
      }
    }
  }

  private void readRooms() throws IOException {
    try (SightingWalk<Room> walk = SightingWalk.open(pile, Kind.ROOM, null)) {
      while (walk.advance()) {
        Room latest = walk.latest();
        rooms.put(latest.guid(), latest);
        var states = new States(true, size);
        for (int i = 0; i < size; i++) {
          Room here = walk.at(i);
          note(states, i, walk, here == null ? null : category(latest, here));
          Long last = here == null ? null : here.lastMessageId();
          states.lastGiven[i] = last == null ? Long.MIN_VALUE : last;
        }
        nodes.put(latest.guid(), states);
      }
    }
  }

  /** Returns the category of a room, as one object for all that name the same. */
  private static Guid category(Room latest, Room here) {
    return here.category().equals(latest.category()) ? latest.category() : here.category();
  }

  private static void note(States states, int i, SightingWalk<?> walk, @Nullable Guid above) {
    states.there[i] = walk.at(i) != null;
    states.lost[i] = walk.doubt(i) == Doubt.LOST;
    states.above[i] = above;
  }

  /** Returns the rooms as they were seen last, by GUID; those that are gone too. */
  public Map<Guid, Room> rooms() {
    return rooms;
  }

  /** Returns the categories as they were seen last, by GUID; those that are gone too. */
  public Map<Guid, Category> categories() {
    return categories;
  }

  /** Returns whether a snapshot has a room or category. */
  public boolean has(Guid node, int snapshot) {
    States states = nodes.get(node);
    return states != null && states.there[snapshot];
  }

  /** Returns the last number that a room had given out in a snapshot, as far as that says so. */
  public long lastGiven(Guid room, int snapshot) {
    States states = nodes.get(room);
    return states == null || !states.room ? Long.MIN_VALUE : states.lastGiven[snapshot];
  }

  /** Returns the number of the last snapshot that has a node; -1 if none has. */
  public int lastSeen(Guid node) {
    int last = size - 1;
    while (last >= 0 && !has(node, last)) {
      last--;
    }
    return last;
  }

  /** Returns the category above a node in a snapshot that has it; null if there is none. */
  public @Nullable Guid above(Guid node, int snapshot) {
    States states = nodes.get(node);
    return states == null ? null : states.above[snapshot];
  }

  /** Returns why a snapshot that lacks a node need not have it; nothing if it proves it gone. */
  public Optional<Act> silence(Guid node, int snapshot) {
    States states = nodes.get(node);
    if (states == null || states.there[snapshot]) {
      return Optional.empty();
    }
    if (states.lost[snapshot]) {
      return Optional.of(Act.DAMAGED);
    }
    return before[snapshot].whyNoNode(node).or(() -> later[snapshot].whyNoNode(node));
  }

  /** Returns whether a snapshot proves that a node is not there. */
  public boolean isAbsent(Guid node, int snapshot) {
    return nodes.containsKey(node) && !has(node, snapshot) && silence(node, snapshot).isEmpty();
  }

  Knowledge knowledge(int snapshot) {
    return before[snapshot];
  }

  /** Where nodes stand, told for a snapshot that lacks some: as shortly before, or as after. */
  private final class View implements Knowledge.Surroundings {
    private final int at;
    private final boolean later;

    View(int at, boolean later) {
      this.at = at;
      this.later = later;
    }

    @Override
    public boolean isRoom(Guid node) {
      States states = nodes.get(node);
      return states != null && states.room;
    }

    @Override
    public @Nullable Guid above(Guid node) {
      States states = nodes.get(node);
      if (states == null) {
        return null;
      }
      int near = nearest(states, later ? 1 : -1);
      near = near < 0 ? nearest(states, later ? -1 : 1) : near;
      return near < 0 ? null : states.above[near];
    }

    private int nearest(States states, int step) {
      int i = at;
      while (i >= 0 && i < size && !states.there[i]) {
        i += step;
      }
      return i < size ? i : -1;
    }

    @Override
    public Optional<Act> doubtOf(Guid node) {
      return silence(node, at);
    }
  }
}
