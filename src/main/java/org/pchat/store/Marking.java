package org.pchat.store;

import java.io.IOException;

/** What a user says of snapshots after they were saved. */
public final class Marking {
  private Marking() {}

  /**
   * Pins a snapshot, so that no policy removes it, or takes that back.
   *
   * @throws StoreException.NoSnapshot if there is no such snapshot
   */
  @SuppressWarnings("try") // holding the lock is all that it is for
  public static Snapshot pin(Store store, SnapshotName name, boolean set) throws IOException {
    try (StoreLock lock = store.lock("snapshots --pin")) {
      Snapshot snapshot = name.find(store);
      store.mark(Store.Mark.PINNED, snapshot.id(), set);
      return snapshot.marked(snapshot.accepted(), set);
    }
  }

  /**
   * Accepts a suspect snapshot: what is gone in it is meant to be gone.
   *
   * @throws StoreException.NoSnapshot if there is no such snapshot
   */
  @SuppressWarnings("try") // holding the lock is all that it is for
  public static Snapshot accept(Store store, SnapshotName name) throws IOException {
    try (StoreLock lock = store.lock("accept")) {
      Snapshot snapshot = name.find(store);
      store.mark(Store.Mark.ACCEPTED, snapshot.id(), true);
      return snapshot.marked(true, snapshot.pinned());
    }
  }
}
