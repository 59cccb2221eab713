package org.pchat.select;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;
import org.pchat.model.Message;
import org.pchat.model.Ticks;
import org.pchat.spill.Codec;
import org.pchat.spill.CompactText;

/** Messages in temporary files. */
final class MessageCodec implements Codec<Message> {
  @Override
  public void write(Message message, DataOutput out) throws IOException {
    writeGuid(message.room(), out);
    out.writeLong(message.id());
    out.writeLong(message.sent().value());
    Guid author = message.author();
    out.writeBoolean(author != null);
    if (author != null) {
      writeGuid(author, out);
    }
    CompactText.write(message.authorRaw(), out);
    out.writeBoolean(message.alert());
    CompactText.write(message.text(), out);
    CompactText.write(message.rtf(), out);
  }

  @Override
  public Message read(DataInput in) throws IOException {
    Guid room = readGuid(in);
    long id = in.readLong();
    var sent = new Ticks(in.readLong());
    @Nullable Guid author = in.readBoolean() ? readGuid(in) : null;
    return new Message(
        room,
        id,
        sent,
        author,
        CompactText.readNullable(in),
        in.readBoolean(),
        CompactText.read(in),
        CompactText.readNullable(in));
  }

  private static void writeGuid(Guid guid, DataOutput out) throws IOException {
    out.writeLong(guid.high());
    out.writeLong(guid.low());
  }

  private static Guid readGuid(DataInput in) throws IOException {
    return new Guid(in.readLong(), in.readLong());
  }
}
