package org.pchat.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.pchat.model.Message;
import org.pchat.model.Ticks;

/**
 * The messages of one room, made one after the other.
 *
 * <p>A room with no more messages than its thread has rows replays the thread at its own times.
 * Larger rooms go round the thread and spread over the office hours from its first day to the
 * snapshot.
 */
final class RoomMessages implements Iterator<Message> {
  private static final long TICKS_PER_MILLISECOND = 10_000;

  private final RoomPlan plan;
  private final Phrasing phrasing;
  private final Directory directory;
  private final Seed seed;
  private long position;
  private long lastSent;

  RoomMessages(RoomPlan plan, Phrasing phrasing, Directory directory) {
    this.plan = plan;
    this.phrasing = phrasing;
    this.directory = directory;
    seed = plan.seating().seed().at("messages");
  }

  @Override
  public boolean hasNext() {
    return position < plan.messages();
  }

  @Override
  public Message next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Seed own = seed.at(position);
    // Times must ascend with the ids, also where several lines share a minute.
    long pause = (1 + own.at("pause").below(3_000)) * TICKS_PER_MILLISECOND;
    lastSent = Math.max(lastSent + pause, time(own));
    Message message = message(plan, position, new Ticks(lastSent), own);
    position++;
    return message;
  }

  /** Most times are whole milliseconds; a few use all that ticks can hold. */
  private static long fine(Seed own) {
    return own.at("fine").oneIn(16) ? own.below(TICKS_PER_MILLISECOND) : 0;
  }

  private long time(Seed own) {
    long jitter = own.at("jitter").below(1_000) * TICKS_PER_MILLISECOND + fine(own);
    if (plan.messages() <= plan.thread().size()) {
      return plan.thread().row(position).sent().value() + jitter;
    }
    double share = (double) position / plan.messages();
    return Calendar.officeTime(firstDay(), Calendar.MONDAY.toLocalDate().minusWeeks(1), share)
            .value()
        + jitter;
  }

  private LocalDate firstDay() {
    Ticks first = plan.thread().row(0).sent();
    return LocalDateTime.ofInstant(first.toInstant(), ZoneOffset.UTC).toLocalDate();
  }

  private Message message(RoomPlan room, long at, Ticks sent, Seed own) {
    int author = phrasing.writer(room, room.thread().row(at).speaker());
    Phrasing.Phrase phrase = phrasing.phrase(room, at, author, own);
    return new Message(
        room.room().guid(),
        Numbering.id(at),
        sent,
        directory.user(author),
        null,
        phrase.alert(),
        phrase.text(),
        phrase.rtf());
  }
}
