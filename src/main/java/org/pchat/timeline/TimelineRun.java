package org.pchat.timeline;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.diff.Act;
import org.pchat.diff.ActRules;
import org.pchat.diff.Change;
import org.pchat.diff.DiffSelection;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.Room;
import org.pchat.union.Pile;
import org.pchat.union.SightingWalk;

/** Reads all parts of a pile and tells what happened. */
final class TimelineRun {
  private final Pile pile;
  private final DiffSelection selection;
  private final Timeline timeline;
  private final Step.Directory directory = new Step.Directory(new HashMap<>(), new HashMap<>());
  private final int size;

  TimelineRun(Pile pile, DiffSelection selection, Timeline timeline) {
    this.pile = pile;
    this.selection = selection;
    this.timeline = timeline;
    this.size = pile.snapshots().size();
  }

  void run() throws IOException {
    readAddresses();
    for (Kind<?> kind : Kind.ALL) {
      if (kind != Kind.MESSAGE) {
        read(kind);
      }
    }
    for (Guid room : pile.messageRooms()) {
      if (selection.hasNode(room)) {
        new RoomRun(pile, selection, timeline, room).run();
      }
    }
  }

  private void readAddresses() throws IOException {
    try (SightingWalk<Principal> walk = pile.records(Kind.PRINCIPAL)) {
      while (walk.advance()) {
        for (int i = 0; i < size; i++) {
          Principal here = walk.at(i);
          if (here != null) {
            directory.address(here.uri(), i);
          }
        }
      }
    }
  }

  private <T> void read(Kind<T> kind) throws IOException {
    try (SightingWalk<T> walk = pile.records(kind)) {
      while (walk.advance()) {
        new Life<>(kind, walk).run();
      }
    }
  }

  private ActRules rules(int from, int until) {
    return new ActRules(new Step(pile.nodes(), directory, from, until));
  }

  /** One record through all snapshots. */
  private final class Life<T> {
    private final Kind<T> kind;
    private final SightingWalk<T> walk;
    private @Nullable T record;
    private int last = -1;
    private int absent = -1;

    Life(Kind<T> kind, SightingWalk<T> walk) {
      this.kind = kind;
      this.walk = walk;
    }

    void run() throws IOException {
      for (int i = 0; i < size; i++) {
        T here = walk.at(i);
        if (here == null) {
          missing(i);
        } else {
          seen(here, i);
        }
      }
    }

    private void missing(int i) throws IOException {
      Optional<Act> silence =
          kind == Kind.ROOM && record instanceof Room room
              ? pile.nodes().silence(room.guid(), i)
              : walk.silence(i);
      T old = record;
      if (silence.isPresent()) {
        if (old != null && absent < 0 && selection.selects(old)) {
          timeline.silent(i, silence.get());
        }
        return;
      }
      if (old != null && absent < 0) {
        Set<Act> acts = rules(last, i).removed(kind, old);
        note(new Event<>(kind, Change.REMOVED, acts, old, null, last, i));
      }
      absent = i;
    }

    private void seen(T here, int i) throws IOException {
      T old = record;
      if (absent >= 0) {
        note(
            new Event<>(
                kind, Change.ADDED, rules(absent, i).added(kind, here), null, here, absent, i));
      } else if (old == null && i > 0) {
        Act why = walk.silence(i - 1).orElse(Act.OUTSIDE_LEVEL);
        note(new Event<>(kind, Change.UNKNOWN, Set.of(why), null, here, i - 1, i));
      } else if (old != null && !old.equals(here)) {
        List<Field<T>> fields = pile.rules(last, i).differing(kind, old, here);
        if (!fields.isEmpty()) {
          note(
              new Event<>(
                  kind, Change.CHANGED, ActRules.changed(old, here, fields), old, here, last, i));
        }
      }
      record = here;
      last = i;
      absent = -1;
    }

    private void note(Event<T> event) throws IOException {
      Change change = event.change();
      Set<Act> acts = event.acts();
      int until = event.until();
      if (event.record() instanceof Principal principal) {
        if (change == Change.REMOVED) {
          directory.note(principal.guid(), until, Act.ACCOUNT_REMOVED);
        } else if (acts.contains(Act.ACCOUNT_DELETED)) {
          directory.note(principal.guid(), until, Act.ACCOUNT_DELETED);
        }
      }
      if (selection.selects(event.record())) {
        timeline.add(event);
      }
    }
  }
}
