package org.pchat.union;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;
import org.pchat.model.Mark;
import org.pchat.model.Message;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.problem.Location;

/** Walks over the messages of one room in all snapshots, each once. */
final class UnitedMessages implements RecordCursor<Message> {
  private final Pile pile;
  private final SightingWalk<Message> walk;
  private final boolean single;
  private final Consumer<Versions> forks;
  private @Nullable Versions versions;
  private int at;

  /**
   * Opens a room.
   *
   * @param single whether of several messages of one number only the newest is wanted
   * @param forks is told of numbers of which not all messages are walked over
   */
  UnitedMessages(Pile pile, Guid room, boolean single, Consumer<Versions> forks)
      throws IOException {
    this.pile = pile;
    this.walk = pile.messages(room);
    this.single = single;
    this.forks = forks;
  }

  @Override
  public boolean advance() throws IOException {
    if (versions != null && !single && at + 1 < versions.size()) {
      at++;
      return true;
    }
    versions = walk.advance() ? Versions.of(pile, walk) : null;
    if (versions == null) {
      return false;
    }
    at = single ? versions.newestIndex() : 0;
    if (single && versions.size() > 1) {
      forks.accept(versions);
    }
    return true;
  }

  private Versions current() {
    if (versions == null) {
      throw new IllegalStateException("there is no record here");
    }
    return versions;
  }

  @Override
  public Message record() {
    return current().message(at);
  }

  @Override
  public Location location() {
    return walk.location(current().last(at));
  }

  @Override
  public Optional<RawRecord> raw() {
    return Optional.empty();
  }

  @Override
  public Mark mark() {
    return current().mark(at);
  }

  @Override
  public long passedOver() {
    return walk.passedOver();
  }

  @Override
  public void close() throws IOException {
    walk.close();
  }
}
