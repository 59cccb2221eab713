package org.pchat.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.pchat.archive.ExportWriter;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Fingerprint;
import org.pchat.model.ForwardingCursor;
import org.pchat.model.ForwardingSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Part;
import org.pchat.model.RecordCursor;
import org.pchat.model.Ticks;

/**
 * Makes exports of one pool that grew from half of its messages to all: {@code SIZE FOLDER COUNT},
 * with the sizes of {@link MakeSample}. In each, one message in a thousand of those before is gone.
 */
public final class MakeHistory {
  private static final int GONE = 1000;

  private MakeHistory() {}

  /** Makes what {@code args} ask for. */
  public static void main(String[] args) throws IOException {
    SamplePool pool = SamplePool.of(SampleSize.parse(args[0]));
    Path folder = Files.createDirectories(Path.of(args[1]));
    int count = Integer.parseInt(args[2]);
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    try (RecordCursor<Message> messages = pool.records(Kind.MESSAGE)) {
      while (messages.advance()) {
        first = Math.min(first, messages.record().sent().value());
        last = Math.max(last, messages.record().sent().value());
      }
    }
    for (int i = 0; i < count; i++) {
      double part = count == 1 ? 1 : 0.5 + 0.5 * i / (count - 1);
      long until = first + (long) ((last - first) * part);
      ExportWriter.write(
          new Grown(pool, until, i), folder.resolve("day%02d.zip".formatted(i)), true);
    }
  }

  /** The pool as it was at a time. */
  private static final class Grown extends ForwardingSource {
    private final ChatSource pool;
    private final long until;
    private final int day;

    Grown(ChatSource pool, long until, int day) {
      super(pool);
      this.pool = pool;
      this.until = until;
      this.day = day;
    }

    @Override
    public Coverage coverage() {
      Coverage c = pool.coverage();
      return new Coverage(
          c.level(), c.scope(), null, new Ticks(until), c.zone(), c.fields(), false);
    }

    @Override
    @SuppressWarnings("unchecked") // messages are asked for by their kind
    public <T> RecordCursor<T> records(Kind<T> kind) throws IOException {
      RecordCursor<T> all = pool.records(kind);
      return kind == Kind.MESSAGE ? (RecordCursor<T>) new Kept((RecordCursor<Message>) all) : all;
    }

    @Override
    public RecordCursor<Message> messages(Guid room) throws IOException {
      return new Kept(pool.messages(room));
    }

    @Override
    public Optional<Fingerprint> fingerprint(Part part) {
      return Optional.empty();
    }

    private boolean keeps(Message message) {
      long lot = Math.floorMod(message.room().low() * 31 + message.id() * 7919, GONE);
      return message.sent().value() <= until && lot >= day;
    }

    /** Leaves out what is younger or gone. */
    private final class Kept extends ForwardingCursor<Message> {
      Kept(RecordCursor<Message> messages) {
        super(messages);
      }

      @Override
      public boolean advance() throws IOException {
        while (super.advance()) {
          if (keeps(record())) {
            return true;
          }
        }
        return false;
      }
    }
  }
}
