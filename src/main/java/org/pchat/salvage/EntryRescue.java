package org.pchat.salvage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.pchat.archive.ExportCopy;
import org.pchat.layout.EntryContext;
import org.pchat.layout.EntryRole;
import org.pchat.layout.Layout;
import org.pchat.layout.References;
import org.pchat.layout.UnknownNames;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.XmlProblem;
import org.pchat.salvage.EntryAccount.State;
import org.pchat.salvage.Loss.Cause;
import org.pchat.salvage.Loss.Stretch;
import org.pchat.zip.Condition;
import org.pchat.zip.Wreck;

/** Saves one entry after the other, as much of each as can be. */
final class EntryRescue {
  private final Wreck wreck;
  private final Layout layout;
  private final ExportCopy copy;
  private final Ledger ledger;
  private final Path folder;
  private final boolean keepDoubtful;

  EntryRescue(Wreck wreck, Layout layout, ExportCopy copy, Ledger ledger, SalvageRequest request) {
    this.wreck = wreck;
    this.layout = layout;
    this.copy = copy;
    this.ledger = ledger;
    this.folder = request.folder();
    this.keepDoubtful = request.keepDoubtful();
  }

  void rescue(Item item) throws IOException {
    Condition condition = item.condition();
    boolean sound = condition == Condition.SOUND;
    if (!copy.accepts(item.name())) {
      lost(item, Cause.NAMELESS, "it has no name that an entry may have, or that of another");
    } else if (condition == Condition.UNREADABLE) {
      lost(item, Cause.UNREADABLE, reason(item));
    } else if (condition == Condition.DOUBTFUL && !keepDoubtful) {
      lost(item, Cause.DOUBTFUL, reason(item));
    } else if (item.role() == null) {
      stranger(item, sound);
    } else if (!sound || !whole(item, item.role())) {
      mend(item, item.role());
    }
  }

  private static String reason(Item item) {
    Problem problem = Objects.requireNonNull(item.fragment().problem());
    return problem.code().wording().formatted(problem.arguments().toArray());
  }

  private void lost(Item item, Cause cause, String reason) {
    ledger.note(item.loss(cause, new Stretch(0, item.fragment().stated()), reason));
    note(item, State.LOST, 0);
  }

  private void note(Item item, State state, long records) {
    ledger.note(new EntryAccount(item.name(), state, records, item.records(), item.room()));
  }

  /** What is in an entry that the layout does not know cannot be told apart. */
  private void stranger(Item item, boolean sound) throws IOException {
    if (sound) {
      copyBytes(item);
      note(item, State.WHOLE, 0);
    } else {
      Cause cause = item.condition() == Condition.CUT ? Cause.CUT : Cause.DOUBTFUL;
      lost(item, cause, reason(item));
    }
  }

  private void copyBytes(Item item) throws IOException {
    try (InputStream in = wreck.open(item.fragment());
        OutputStream out = copy.entry(item.name())) {
      in.transferTo(out);
    }
  }

  /** Copies an entry in which nothing is wrong; returns false if something is. */
  private boolean whole(Item item, EntryRole role) throws IOException {
    RecordWalk records;
    try (var walk = layout.walk(role, wreck.open(item.fragment()), context(item))) {
      records = new RecordWalk(walk);
      while (records.advance()) {
        if (records.fault() != null && records.raw() != null) {
          return false;
        }
      }
    } catch (ArchiveException broken) {
      if (broken.problem().code() == XmlProblem.DOCTYPE) {
        lost(item, Cause.BROKEN, broken.problem().code().wording());
        return true;
      }
      return false;
    }
    copyBytes(item);
    saved(item, role, records, State.WHOLE);
    return true;
  }

  private void saved(Item item, EntryRole role, RecordWalk records, State state) {
    copy.describe(role, records.total());
    ledger.count(records.counts());
    records.rooms().forEach(ledger::note);
    note(item, state, records.total());
  }

  private EntryContext context(Item item) {
    // Whether a record is whole does not depend on others, which may be lost.
    return new EntryContext(
        where(item), null, ProblemLog.tolerant(0), new UnknownNames(), References.ASSUMED, 0, null);
  }

  private Location where(Item item) {
    return Location.of(wreck.path().toString(), item.name());
  }

  private void mend(Item item, EntryRole role) throws IOException {
    try (Spool original = Spool.in(folder);
        InputStream in = wreck.open(item.fragment())) {
      OutputStream out = original.out();
      in.transferTo(out);
      out.flush();
      mend(item, role, original);
    }
  }

  private void mend(Item item, EntryRole role, Spool original) throws IOException {
    var mender =
        new Mender(
            original,
            item.condition() == Condition.CUT,
            where(item),
            name -> layout.mayBeRecord(role, name),
            layout.escapesCharacters());
    try (var mended = new Mended(original, Spool.in(folder), mender.charset())) {
      if (!mender.mend(mended) || !isReadable(item, role, mended)) {
        lost(item, Cause.BROKEN, mender.firstReason());
        return;
      }
      var notes = new MendingNotes(item, mender, mended, ledger);
      RecordWalk records = write(item, role, mended, notes);
      notes.end();
      saved(item, role, records, state(item, notes));
    }
  }

  private State state(Item item, MendingNotes notes) {
    if (item.condition() == Condition.DOUBTFUL) {
      return State.DOUBTFUL;
    }
    return notes.hasLosses() ? State.PART : State.REPAIRED;
  }

  private boolean isReadable(Item item, EntryRole role, Mended mended) throws IOException {
    try (var walk = layout.walk(role, mended.open(), context(item))) {
      var records = new RecordWalk(walk);
      while (records.advance()) {
        // Only whether it comes to its end matters.
      }
      return true;
    } catch (ArchiveException broken) {
      return false;
    }
  }

  private RecordWalk write(Item item, EntryRole role, Mended mended, MendingNotes notes)
      throws IOException {
    try (var walk = layout.walk(role, mended.open(), context(item));
        OutputStream out = copy.entry(item.name())) {
      var records = new RecordWalk(walk);
      while (records.advance()) {
        out.write(records.gap());
        var raw = records.raw();
        if (notes.keeps(records, raw) && raw != null) {
          out.write(raw.bytes());
        }
      }
      out.write(records.gap());
      return records;
    }
  }
}
