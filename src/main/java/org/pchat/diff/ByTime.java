package org.pchat.diff;

import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.order.RecordCodec;
import org.pchat.problem.Location;
import org.pchat.spill.ExternalSort;
import org.pchat.spill.SortSpace;
import org.pchat.spill.SortedWalk;

/**
 * The messages of a room by time and author, for sources whose numbers were only counted out: the
 * n-th message of an author at a time is the n-th of the other side.
 */
final class ByTime implements RecordCursor<Message> {
  static final Comparator<Message> ORDER =
      Comparator.comparing(Message::sent).thenComparing(ByTime::author);

  private final SortedWalk<Message> walk;
  private final long passedOver;

  private ByTime(SortedWalk<Message> walk, long passedOver) {
    this.walk = walk;
    this.passedOver = passedOver;
  }

  private static String author(Message message) {
    Guid author = message.author();
    return author == null
        ? message.authorRaw() == null ? "" : message.authorRaw()
        : author.toString();
  }

  /** Sorts and closes {@code messages}. */
  static RecordCursor<Message> sorted(RecordCursor<Message> messages, SortSpace space)
      throws IOException {
    var sort = new ExternalSort<>(ORDER, RecordCodec.of(Kind.MESSAGE), space);
    try (messages) {
      while (messages.advance()) {
        sort.add(messages.record());
      }
      return new ByTime(sort.sorted(), messages.passedOver());
    } catch (IOException | RuntimeException failed) {
      try (sort) {
        throw failed;
      }
    }
  }

  @Override
  public boolean advance() throws IOException {
    return walk.advance();
  }

  @Override
  public Message record() {
    return walk.record();
  }

  @Override
  public Location location() {
    return Location.NONE;
  }

  @Override
  public Optional<RawRecord> raw() {
    return Optional.empty();
  }

  @Override
  public long passedOver() {
    return passedOver;
  }

  @Override
  public void close() throws IOException {
    walk.close();
  }
}
