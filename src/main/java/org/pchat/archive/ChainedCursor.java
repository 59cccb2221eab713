package org.pchat.archive;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.problem.AmbiguousArchiveException;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.LimitExceededException;
import org.pchat.problem.Location;

/**
 * Walks over several entries one after the other, with one open at a time. An entry that cannot be
 * read on is handed to the chain's owner, and the walk goes on with the next; a limit ends it,
 * since behind one bomb there may be a thousand, and so does what cannot be understood without
 * guessing.
 */
final class ChainedCursor<T> implements RecordCursor<T> {
  private final Iterator<? extends Link<T>> rest;
  private @Nullable Link<T> link;
  private @Nullable RecordCursor<T> open;
  private long passedOver;

  /** One entry of the chain. */
  interface Link<T> {
    RecordCursor<T> open() throws IOException;

    /** Takes note that the entry cannot be read on; throws if the whole walk is to end. */
    void damaged(ArchiveException why);
  }

  ChainedCursor(Iterator<? extends Link<T>> links) {
    this.rest = links;
  }

  @Override
  public boolean advance() throws IOException {
    while (true) {
      try {
        if (open != null && open.advance()) {
          return true;
        }
        close();
        if (!rest.hasNext()) {
          return false;
        }
        link = rest.next();
        open = link.open();
      } catch (LimitExceededException | AmbiguousArchiveException end) {
        close();
        throw end;
      } catch (ArchiveException damage) {
        close();
        if (link == null) {
          throw damage;
        }
        link.damaged(damage);
      }
    }
  }

  private RecordCursor<T> open() {
    if (open == null) {
      throw new IllegalStateException("no record: advance() was not called, or returned false");
    }
    return open;
  }

  @Override
  public T record() {
    return open().record();
  }

  @Override
  public Location location() {
    return open().location();
  }

  @Override
  public Optional<RawRecord> raw() {
    return open().raw();
  }

  @Override
  public Set<String> doubtful() {
    return open().doubtful();
  }

  @Override
  public long passedOver() {
    return passedOver + (open == null ? 0 : open.passedOver());
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      passedOver += open.passedOver();
      RecordCursor<T> done = open;
      open = null;
      done.close();
    }
  }
}
