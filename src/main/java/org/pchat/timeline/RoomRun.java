package org.pchat.timeline;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.diff.Act;
import org.pchat.diff.ActRules;
import org.pchat.diff.Change;
import org.pchat.diff.Clearing;
import org.pchat.diff.DiffSelection;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.union.Pile;
import org.pchat.union.SightingWalk;

/** Reads the messages of one room in all snapshots at once and tells what happened to them. */
final class RoomRun {
  private final Pile pile;
  private final DiffSelection selection;
  private final Timeline timeline;
  private final Guid room;
  private final RoomHistory history;
  private final Clearing[] clearings;
  private final long[] lastGiven;

  RoomRun(Pile pile, DiffSelection selection, Timeline timeline, Guid room) throws IOException {
    this.pile = pile;
    this.selection = selection;
    this.timeline = timeline;
    this.room = room;
    int size = pile.snapshots().size();
    this.history = new RoomHistory(room, size);
    this.clearings = new Clearing[size];
    this.lastGiven = new long[size];
    for (int i = 0; i < size; i++) {
      clearings[i] = new Clearing();
      lastGiven[i] = pile.nodes().lastGiven(room, i);
      if (pile.snapshots().get(i).hasMessagesOf(room)) {
        history.tells(i);
      }
    }
  }

  void run() throws IOException {
    try (SightingWalk<Message> walk = pile.messages(room)) {
      while (walk.advance()) {
        new Life(walk).run();
      }
    }
    for (int i = 0; i < clearings.length; i++) {
      timeline.clearings().add(room, i, clearings[i]);
    }
    timeline.add(history);
  }

  /** One number through all snapshots. */
  private final class Life {
    private final SightingWalk<Message> walk;
    private @Nullable Message message;
    private int last = -1;
    private int absent = -1;

    Life(SightingWalk<Message> walk) {
      this.walk = walk;
    }

    void run() throws IOException {
      for (int i = 0; i < clearings.length; i++) {
        Message here = walk.at(i);
        if (here == null) {
          missing(i);
        } else {
          history.count(i);
          seen(here, i);
        }
      }
    }

    private void missing(int i) throws IOException {
      Optional<Act> silence = walk.silence(i);
      Message old = message;
      if (silence.isPresent()) {
        if (old != null && absent < 0 && selection.messages().test(old)) {
          timeline.silent(i, silence.get());
          history.cannotTell(i);
        }
        return;
      }
      if (old != null && absent < 0) {
        boolean roomGone = pile.nodes().isAbsent(room, i);
        if (!roomGone) {
          clearings[i].gone(old.sent());
        }
        note(
            new Event<>(
                Kind.MESSAGE,
                Change.REMOVED,
                Set.of(roomGone ? Act.ROOM_DELETED : Act.DELETED),
                old,
                null,
                last,
                i));
      }
      absent = i;
    }

    private void seen(Message here, int i) throws IOException {
      Message old = message;
      if (absent >= 0 && old == null) {
        note(
            new Event<>(
                Kind.MESSAGE, Change.ADDED, Set.of(appeared(here, absent)), null, here, absent, i));
      } else if (old == null && i > 0) {
        Act why = walk.silence(i - 1).orElse(Act.OUTSIDE_LEVEL);
        note(new Event<>(Kind.MESSAGE, Change.UNKNOWN, Set.of(why), null, here, i - 1, i));
      } else if (old != null) {
        again(old, here, i);
      }
      message = here;
      last = i;
      absent = -1;
    }

    private Act appeared(Message here, int before) {
      if (pile.nodes().isAbsent(room, before)) {
        return Act.ROOM_CREATED;
      }
      boolean given = walk.goesOnBehind(before) || here.id() <= lastGiven[before];
      return given ? Act.RESTORED : Act.WRITTEN;
    }

    private void again(Message old, Message here, int i) throws IOException {
      @Nullable Act act = old.equals(here) ? null : act(old, here, i);
      boolean fork = act != null && ActRules.isFork(act);
      if (absent >= 0) {
        note(
            fork && act != null
                ? new Event<>(Kind.MESSAGE, Change.FORKED, Set.of(act), old, here, last, i)
                : new Event<>(
                    Kind.MESSAGE, Change.ADDED, Set.of(Act.RESTORED), null, here, absent, i));
        return;
      }
      clearings[i].kept(here.sent());
      if (act != null) {
        Change change = fork ? Change.FORKED : Change.CHANGED;
        note(new Event<>(Kind.MESSAGE, change, Set.of(act), old, here, last, i));
      }
    }

    private @Nullable Act act(Message old, Message here, int i) throws IOException {
      List<Field<Message>> fields = pile.rules(last, i).differing(Kind.MESSAGE, old, here);
      return fields.isEmpty() ? null : ActRules.ofMessage(fields);
    }

    private void note(Event<Message> event) throws IOException {
      Message before = event.before();
      Message after = event.after();
      boolean chosen =
          (before != null && selection.messages().test(before))
              || (after != null && selection.messages().test(after));
      if (chosen) {
        timeline.add(event);
        if (event.change() != Change.UNKNOWN) {
          event.acts().forEach(act -> history.add(event.until(), act));
        }
      }
    }
  }
}
