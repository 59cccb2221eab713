package org.pchat.diff;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.spill.RecordFile;

/** Takes down what differs: counts by kind and by node, and on the disk each difference. */
final class Ledger implements Closeable {
  private final @Nullable RecordFile<Finding<?>> file;
  private final Predicate<Kind<?>> told;
  private final Map<Kind<?>, Tally> noted = new HashMap<>();
  private final Tally.Settled messages = new Tally.Settled();
  private final Map<Guid, NodeTally> rooms = new HashMap<>();
  private final Map<Guid, NodeTally> categories = new HashMap<>();
  private final Predicate<Guid> isRoom;
  private final Rulings rulings = new Rulings();
  private long findings;

  /**
   * Begins.
   *
   * @param isRoom tells rooms from categories, of which permissions name both
   */
  Ledger(DiffRequest request, Predicate<Guid> isRoom) throws IOException {
    this.file =
        request.details() ? new RecordFile<>(new Finding.FindingCodec(), request.space()) : null;
    this.told = request.kinds()::contains;
    this.isRoom = isRoom;
  }

  /** Returns whether differences of this kind are wanted, not only needed to judge others. */
  boolean tells(Kind<?> kind) {
    return told.test(kind);
  }

  /** Takes down a difference. Messages are counted by {@link #messages}. */
  void add(Finding<?> finding) throws IOException {
    if (!tells(finding.kind())) {
      return;
    }
    if (file != null) {
      file.add(finding);
      findings++;
    }
    if (finding.kind() != Kind.MESSAGE) {
      noted.computeIfAbsent(finding.kind(), kind -> new Tally()).add(finding.slot());
      addToNode(finding);
    }
  }

  private void addToNode(Finding<?> finding) {
    Object record = finding.after() == null ? finding.before() : finding.after();
    if (record instanceof Room room) {
      room(room.guid()).record(finding);
    } else if (record instanceof Category category) {
      category(category.guid()).record(finding);
    } else if (record instanceof Role role) {
      node(role.node()).role(finding.slot());
    } else if (record instanceof Scope scope) {
      node(scope.node()).scope(finding.slot());
    }
  }

  private NodeTally node(Guid guid) {
    return isRoom.test(guid) ? room(guid) : category(guid);
  }

  NodeTally room(Guid guid) {
    return rooms.computeIfAbsent(guid, unseen -> new NodeTally());
  }

  NodeTally category(Guid guid) {
    return categories.computeIfAbsent(guid, unseen -> new NodeTally());
  }

  /** Takes down the counts of a room's messages. */
  void messages(Tally.Settled settled) {
    messages.add(settled);
  }

  void rule(Guid room, Ruling ruling) {
    rulings.put(room, ruling);
  }

  Rulings rulings() {
    return rulings;
  }

  Map<Guid, NodeTally> rooms() {
    return rooms;
  }

  Map<Guid, NodeTally> categories() {
    return categories;
  }

  /** Returns the final counts of a kind. */
  Tally.Settled settle(Kind<?> kind) {
    Tally tally = noted.getOrDefault(kind, new Tally());
    return kind == Kind.MESSAGE ? messages : tally.settle(Ruling.AS_NOTED);
  }

  /** Ends the taking down; {@link #findings} may be walked over. */
  void finish() throws IOException {
    if (file != null) {
      file.finish();
    }
  }

  /** Opens a walk over all differences as they were noted. */
  Details details(FieldRules rules) {
    if (file == null) {
      throw new IllegalStateException("details were not asked for");
    }
    return new Details(file.walk(0, findings), rulings, rules);
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
