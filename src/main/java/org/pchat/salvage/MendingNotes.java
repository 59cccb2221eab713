package org.pchat.salvage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.model.RawRecord;
import org.pchat.salvage.Loss.Cause;
import org.pchat.salvage.Loss.Stretch;
import org.pchat.zip.Condition;

/**
 * Puts what was left out of an entry, or changed in it, beside the records that stand around it, so
 * that the account can name them.
 */
final class MendingNotes {
  private final Item item;
  private final Mended mended;
  private final Ledger ledger;
  private final List<Loss> open = new ArrayList<>();
  private final List<Mender.Gap> gaps;
  private final List<Mender.Change> changes;
  private int nextGap;
  private int nextChange;
  private @Nullable String last;
  private boolean hasLosses;

  /** Takes what the mender did; call {@link #keeps} for each record in order, then {@link #end}. */
  MendingNotes(Item item, Mender mender, Mended mended, Ledger ledger) {
    this.item = item;
    this.mended = mended;
    this.ledger = ledger;
    this.gaps = mender.gaps();
    this.changes = mender.changes();
  }

  /** Returns whether to keep what the walk came to, and notes it if not. */
  boolean keeps(RecordWalk record, @Nullable RawRecord raw) {
    if (raw == null) {
      return true;
    }
    long from = mended.origin(raw.offset());
    losesBefore(from);
    if (record.fault() != null) {
      Stretch bytes = new Stretch(from, mended.origin(raw.end() - 1) + 1);
      lose(item.loss(Cause.INCOMPLETE, bytes, record.fault()));
      return false;
    }
    if (record.identity() != null) {
      last = record.identity();
      open.forEach(loss -> ledger.note(loss.between(loss.after(), last)));
      open.clear();
      changedIn(from, last);
    }
    return true;
  }

  private void losesBefore(long place) {
    while (nextGap < gaps.size() && gaps.get(nextGap).from() < place) {
      Mender.Gap gap = gaps.get(nextGap++);
      lose(item.loss(cause(gap), new Stretch(gap.from(), end(gap)), gap.reason()));
    }
  }

  private void lose(Loss loss) {
    hasLosses = true;
    open.add(loss.between(last, null));
  }

  private Cause cause(Mender.Gap gap) {
    boolean cut = item.condition() == Condition.CUT && gap.to() < 0;
    return cut ? Cause.CUT : Cause.BROKEN;
  }

  private long end(Mender.Gap gap) {
    boolean cut = item.condition() == Condition.CUT;
    return gap.to() < 0 && cut ? item.fragment().stated() : gap.to();
  }

  private void changedIn(long from, String identity) {
    while (nextChange < changes.size() && changes.get(nextChange).from() <= from) {
      Mender.Change change = changes.get(nextChange++);
      boolean whole = change.to() == 0;
      repaired(change, whole ? null : identity);
    }
  }

  private void repaired(Mender.Change change, @Nullable String identity) {
    Stretch bytes = new Stretch(change.from(), change.to());
    ledger.note(
        new Repair(item.name(), bytes, item.room(), identity, change.words(), change.exact()));
  }

  /** Notes what follows the last record. */
  void end() {
    losesBefore(Long.MAX_VALUE);
    open.forEach(ledger::note);
    open.clear();
    while (nextChange < changes.size()) {
      repaired(changes.get(nextChange++), null);
    }
  }

  boolean hasLosses() {
    return hasLosses;
  }
}
