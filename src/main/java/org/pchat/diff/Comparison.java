package org.pchat.diff;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Category;
import org.pchat.model.Field;
import org.pchat.model.Fingerprint;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Part;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.model.Room;
import org.pchat.problem.DiffProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;

/** One pass over two sides, kind by kind, then room by room. */
final class Comparison implements Closeable {
  private final Side before;
  private final Side after;
  private final DiffRequest request;
  private final Fates fates = new Fates();
  private final FieldRules rules;
  private final ActRules acts;
  private final Knowledge whyGone;
  private final Knowledge whyNew;
  private final Ledger ledger;
  private final Set<Side> spellingUnknown = new HashSet<>();

  Comparison(Side before, Side after, DiffRequest request) throws IOException {
    this.before = before;
    this.after = after;
    this.request = request;
    this.rules = rules(before, after, request);
    this.acts = new ActRules(new TwoSides(before, after, fates));
    this.whyGone = knowledge(before, after);
    this.whyNew = knowledge(after, before);
    this.ledger = new Ledger(request, this::isRoom);
  }

  private static FieldRules rules(Side before, Side after, DiffRequest request) {
    return new FieldRules(
        before.coverage(),
        after.coverage(),
        author -> {
          OptionalLong key = before.addresses().key(author);
          return key.isPresent() ? key : after.addresses().key(author);
        },
        request.match() != Match.NAME,
        request.ignored());
  }

  private Knowledge knowledge(Side holder, Side other) {
    return new Knowledge(
        other.coverage(),
        other.messageRooms()::contains,
        new Knowledge.Surroundings() {
          @Override
          public boolean isRoom(Guid node) {
            return holder.structure().room(node).isPresent();
          }

          @Override
          public @Nullable Guid above(Guid node) {
            return holder
                .structure()
                .room(node)
                .map(Room::category)
                .orElseGet(
                    () -> holder.structure().category(node).map(Category::parent).orElse(null));
          }

          @Override
          public Optional<Act> doubtOf(Guid node) {
            return fates.doubtOf(node);
          }
        });
  }

  Ledger ledger() {
    return ledger;
  }

  FieldRules rules() {
    return rules;
  }

  private boolean isRoom(Guid node) {
    return before.structure().room(node).isPresent() || after.structure().room(node).isPresent();
  }

  /** Compares everything. What became of nodes and principals is always found out. */
  void run() throws IOException {
    boolean permissions = ledger.tells(Kind.ROLE) || ledger.tells(Kind.SCOPE);
    if (permissions || ledger.tells(Kind.PRINCIPAL)) {
      compare(Kind.PRINCIPAL);
    }
    if (ledger.tells(Kind.ADD_IN)) {
      compare(Kind.ADD_IN);
    }
    compare(Kind.CATEGORY);
    compare(Kind.ROOM);
    if (ledger.tells(Kind.ROLE)) {
      compare(Kind.ROLE);
    }
    if (ledger.tells(Kind.SCOPE)) {
      compare(Kind.SCOPE);
    }
    if (ledger.tells(Kind.MESSAGE)) {
      compareMessages();
    }
    ledger.finish();
  }

  private boolean isSame(Part part) {
    Optional<Fingerprint> old = before.source().fingerprint(part);
    return !request.thorough() && old.isPresent() && old.equals(after.source().fingerprint(part));
  }

  private <T> void compare(Kind<T> kind) throws IOException {
    Part part = Part.of(kind);
    if (isSame(part)) {
      return;
    }
    try (Lane<T> old = lane(before, before.source().records(kind), kind.order(), part);
        Lane<T> now = lane(after, after.source().records(kind), kind.order(), part)) {
      var records = new Records<>(kind, old, now);
      LaneMerge.run(old, now, kind.order(), records);
      records.conclude();
    }
  }

  private <T> Lane<T> lane(
      Side side, RecordCursor<T> records, Comparator<? super T> order, Part part) {
    boolean unique = part.kind() != Kind.MESSAGE || !idsDerived();
    boolean sorted = side.isSorted(part.kind()) || order == ByTime.ORDER;
    var rule =
        new Lane.Rule<T>(
            order,
            unique,
            sorted,
            () -> side.damaged(part),
            () -> new DisorderException(side == before));
    return new Lane<>(records, rule);
  }

  private boolean idsDerived() {
    return before.coverage().messageIdsDerived() || after.coverage().messageIdsDerived();
  }

  private boolean isRespelled(Lane<?> old, Lane<?> now) {
    if (!request.strict()) {
      return false;
    }
    Optional<RawRecord> oldBytes = spelling(before, old);
    Optional<RawRecord> nowBytes = spelling(after, now);
    return oldBytes.isPresent()
        && nowBytes.isPresent()
        && !Arrays.equals(oldBytes.get().bytes(), nowBytes.get().bytes());
  }

  /** Returns the bytes of a record; tells once of each side that it has records without. */
  private Optional<RawRecord> spelling(Side side, Lane<?> lane) {
    Optional<RawRecord> bytes = lane.raw();
    if (bytes.isEmpty() && spellingUnknown.add(side)) {
      Location where = Location.of(side.source().origin().name());
      side.source().problems().add(Problem.of(DiffProblem.SPELLING_UNKNOWN, where));
    }
    return bytes;
  }

  private static boolean isIn(Optional<Set<Guid>> chosen, Guid guid) {
    return chosen.isEmpty() || chosen.get().contains(guid);
  }

  private boolean isOfInterest(Guid principal) {
    return isIn(request.selection().principals(), principal);
  }

  /**
   * Returns where to note who lost access to a node; null for one that came, went or is not meant.
   */
  private @Nullable NodeTally watched(Guid node) {
    if (fates.ofNode(node).isPresent() || !isIn(request.selection().nodes(), node)) {
      return null;
    }
    return isRoom(node) ? ledger.room(node) : ledger.category(node);
  }

  /** Compares the records of one kind. */
  private final class Records<T> implements LaneMerge.Visitor<T> {
    private final Kind<T> kind;
    private final Lane<T> old;
    private final Lane<T> now;
    private final AccessWatch access =
        new AccessWatch(Comparison.this::watched, Comparison.this::isOfInterest);

    Records(Kind<T> kind, Lane<T> old, Lane<T> now) {
      this.kind = kind;
      this.old = old;
      this.now = now;
    }

    @Override
    public void both(T earlier, T later) throws IOException {
      request.watch().check();
      access.see(earlier, later, false);
      List<Field<T>> fields = rules.differing(kind, earlier, later);
      if (!fields.isEmpty()) {
        Set<Act> how = ActRules.changed(earlier, later, fields);
        note(new Slot(Change.CHANGED, how), earlier, later, later);
      } else if (isRespelled(old, now)) {
        note(Slot.of(Change.RESPELLED, Act.RESPELLED), earlier, later, later);
      }
    }

    @Override
    public void onlyBefore(T record, Doubt doubt) throws IOException {
      Optional<Act> unknown = unknown(whyGone, record, doubt);
      access.see(record, null, unknown.isPresent());
      Slot slot =
          unknown.isPresent()
              ? Slot.of(Change.UNKNOWN, unknown.get())
              : new Slot(Change.REMOVED, acts.removed(kind, record));
      note(slot, record, null, record);
    }

    @Override
    public void onlyAfter(T record, Doubt doubt) throws IOException {
      Optional<Act> unknown = unknown(whyNew, record, doubt);
      access.see(null, record, unknown.isPresent());
      Slot slot =
          unknown.isPresent()
              ? Slot.of(Change.UNKNOWN, unknown.get())
              : new Slot(Change.ADDED, acts.added(kind, record));
      note(slot, null, record, record);
    }

    private Optional<Act> unknown(Knowledge knowledge, T record, Doubt doubt) {
      return doubt == Doubt.LOST ? Optional.of(Act.DAMAGED) : knowledge.whyUnknown(kind, record);
    }

    private void note(Slot slot, @Nullable T earlier, @Nullable T later, T record)
        throws IOException {
      fates.remember(record, slot.change(), slot.acts());
      if (request.selection().selects(record)) {
        ledger.add(new Finding<>(kind, slot, earlier, later, false));
      }
    }

    void conclude() {
      access.end();
    }
  }

  private void compareMessages() throws IOException {
    Set<Guid> rooms = new TreeSet<>(before.messageRooms());
    rooms.addAll(after.messageRooms());
    var judge =
        new RoomMessages.MessageJudge(
            rules,
            whyGone,
            whyNew,
            fates,
            request.selection().messages(),
            ledger,
            this::isRespelled);
    for (Guid room : rooms) {
      request.watch().check();
      Part part = Part.messagesOf(room);
      if (isIn(request.selection().nodes(), room) && !isSame(part)) {
        compareMessages(room, part, judge);
      }
    }
  }

  private void compareMessages(Guid room, Part part, RoomMessages.MessageJudge judge)
      throws IOException {
    Comparator<Message> order = idsDerived() ? ByTime.ORDER : Kind.MESSAGE.order();
    try (Lane<Message> old = lane(before, messages(before, room), order, part);
        Lane<Message> now = lane(after, messages(after, room), order, part)) {
      var messages =
          new RoomMessages(
              judge,
              room,
              before.structure().room(room),
              new RoomMessages.Lanes(old, now, idsDerived()));
      LaneMerge.run(old, now, order, messages);
      ledger.rule(room, messages.conclude());
    }
  }

  private RecordCursor<Message> messages(Side side, Guid room) throws IOException {
    RecordCursor<Message> messages = side.source().messages(room);
    return idsDerived() ? ByTime.sorted(messages, request.watch(), request.space()) : messages;
  }

  @Override
  public void close() throws IOException {
    ledger.close();
  }
}
