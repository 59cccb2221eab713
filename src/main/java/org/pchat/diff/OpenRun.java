package org.pchat.diff;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.pchat.model.Message;
import org.pchat.model.Ticks;

/** A run that may still grow. */
final class OpenRun {
  /** More authors of one run are not told apart: names in damaged or hostile archives never end. */
  private static final int AUTHORS_TOLD_APART = 200_000;

  private final Slot slot;
  private final Set<Object> authors = new HashSet<>();
  private long firstId;
  private long lastId;
  private long messages;
  private long authorCount;
  private Ticks first;
  private Ticks last;

  OpenRun(Slot slot, Message message) {
    this.slot = slot;
    this.firstId = message.id();
    this.lastId = message.id();
    this.first = message.sent();
    this.last = message.sent();
    add(message);
  }

  boolean continuedBy(Slot next) {
    return slot.equals(next);
  }

  void add(Message message) {
    firstId = Math.min(firstId, message.id());
    lastId = Math.max(lastId, message.id());
    messages++;
    first = message.sent().compareTo(first) < 0 ? message.sent() : first;
    last = message.sent().compareTo(last) > 0 ? message.sent() : last;
    Object author = message.author() == null ? message.authorRaw() : message.author();
    if (authors.size() < AUTHORS_TOLD_APART) {
      authors.add(Objects.requireNonNullElse(author, ""));
    }
    authorCount = authors.size();
  }

  /** Ends the growing. */
  void close() {
    authors.clear();
  }

  /** Returns the run under a ruling. */
  Run settle(Ruling ruling) {
    Slot ruled = ruling.apply(slot);
    Act act = ruled.acts().iterator().next();
    return new Run(ruled.change(), act, firstId, lastId, messages, authorCount, first, last);
  }
}
