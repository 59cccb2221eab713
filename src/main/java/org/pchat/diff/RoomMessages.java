package org.pchat.diff;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Room;
import org.pchat.model.Ticks;

/** Compares the messages of one room. */
final class RoomMessages implements LaneMerge.Visitor<Message> {

  private final Guid room;
  private final MessageJudge judge;
  private final Lane<Message> before;
  private final Tally tally = new Tally();
  private final RunTracker runs = new RunTracker();
  private final boolean numbersDerived;
  private long lastGiven;
  private final Clearing clearing = new Clearing();

  /**
   * What all rooms have in common.
   *
   * @param rules when messages differ
   * @param whyGone judges what only the earlier snapshot has
   * @param whyNew judges what only the later snapshot has
   * @param fates what became of rooms
   * @param selected which messages are told
   * @param ledger takes down what differs
   * @param spelling tells differences of spelling
   */
  record MessageJudge(
      FieldRules rules,
      Knowledge whyGone,
      Knowledge whyNew,
      Fates fates,
      Predicate<Message> selected,
      Ledger ledger,
      Spelling spelling) {}

  /** Tells whether two records that are read right now have other bytes. */
  interface Spelling {
    boolean differs(Lane<?> before, Lane<?> after);
  }

  private final Lane<Message> after;

  RoomMessages(MessageJudge judge, Guid guid, Optional<Room> old, Lanes lanes) {
    this.judge = judge;
    this.room = guid;
    this.before = lanes.before();
    this.after = lanes.after();
    this.numbersDerived = lanes.numbersDerived();
    this.lastGiven = old.map(Room::lastMessageId).orElse(Long.MIN_VALUE);
  }

  /**
   * The two sides of one room.
   *
   * @param numbersDerived whether a side had to count its numbers out, so that they say nothing and
   *     messages are ordered by time
   */
  record Lanes(Lane<Message> before, Lane<Message> after, boolean numbersDerived) {}

  @Override
  public void both(Message old, Message now) throws IOException {
    lastGiven = Math.max(lastGiven, old.id());
    clearing.kept(old.sent());
    List<Field<Message>> fields = judge.rules.differing(Kind.MESSAGE, old, now);
    if (!fields.isEmpty()) {
      note(slot(fields), old, now);
    } else if (judge.spelling.differs(before, after)) {
      note(Slot.of(Change.RESPELLED, Act.RESPELLED), old, now);
    } else {
      runs.end();
    }
  }

  private static Slot slot(List<Field<Message>> fields) {
    Act act = ActRules.ofMessage(fields);
    return Slot.of(ActRules.isFork(act) ? Change.FORKED : Change.CHANGED, act);
  }

  @Override
  public void onlyBefore(Message old, Doubt doubt) throws IOException {
    lastGiven = Math.max(lastGiven, old.id());
    Optional<Act> unknown = unknown(judge.whyGone, old, doubt);
    if (unknown.isPresent()) {
      note(Slot.of(Change.UNKNOWN, unknown.get()), old, null);
      return;
    }
    clearing.gone(old.sent());
    Act act = isFate(Act.ROOM_DELETED) ? Act.ROOM_DELETED : Act.DELETED;
    note(Slot.of(Change.REMOVED, act), old, null);
  }

  private boolean isFate(Act act) {
    return judge.fates.ofNode(room).filter(act::equals).isPresent();
  }

  @Override
  public void onlyAfter(Message now, Doubt doubt) throws IOException {
    Optional<Act> unknown = unknown(judge.whyNew, now, doubt);
    if (unknown.isPresent()) {
      note(Slot.of(Change.UNKNOWN, unknown.get()), null, now);
      return;
    }
    boolean given = doubt != Doubt.END || (!numbersDerived && now.id() <= lastGiven);
    Act act = isFate(Act.ROOM_CREATED) ? Act.ROOM_CREATED : given ? Act.RESTORED : Act.WRITTEN;
    note(Slot.of(Change.ADDED, act), null, now);
  }

  /** Where the room itself is known to be gone, no damage can hide its messages. */
  private Optional<Act> unknown(Knowledge knowledge, Message message, Doubt doubt) {
    return doubt == Doubt.LOST && !isFate(Act.ROOM_DELETED)
        ? Optional.of(Act.DAMAGED)
        : knowledge.whyUnknown(Kind.MESSAGE, message);
  }

  private void note(Slot slot, @Nullable Message old, @Nullable Message now) throws IOException {
    boolean selected =
        (old != null && judge.selected.test(old)) || (now != null && judge.selected.test(now));
    Message shown = old == null ? now : old;
    if (!selected || shown == null) {
      runs.end();
      return;
    }
    tally.add(slot);
    boolean continues = runs.add(slot, shown);
    judge.ledger.add(new Finding<>(Kind.MESSAGE, slot, old, now, continues));
  }

  /** Concludes about the room, when both sides are at their ends. */
  Ruling conclude() {
    boolean cleared = clearing.isCleared() && !isFate(Act.ROOM_DELETED);
    Ruling ruling = cleared ? Ruling.CLEARED : Ruling.AS_NOTED;
    if (!tally.isEmpty()) {
      Tally.Settled settled = tally.settle(ruling);
      List<Run> first = runs.settle(ruling);
      judge.ledger.messages(settled);
      Ticks until = settled.acts().containsKey(Act.CLEARED) ? clearing.until() : null;
      judge.ledger.room(room).messages(settled, first, runs.more(), until);
    }
    return ruling;
  }
}
