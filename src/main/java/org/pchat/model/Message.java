package org.pchat.model;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message in a room ({@code tblChat}; docs/format.md, "Messages"). Its identity is the pair of
 * room and id; the same pair with another time or author is a fork, not a change.
 *
 * @param room the room
 * @param id the number that orders it in its room ({@code chatId}); see {@link
 *     Coverage#messageIdsDerived}
 * @param sent when the server took it
 * @param author who wrote it; null when the author resolves to nobody
 * @param authorRaw the author as it stands in the source, when it resolves to nobody; else null
 * @param alert whether it was sent with high importance
 * @param text the plain text, verbatim: links, stories and file links keep the product's own marks
 * @param rtf the rich text, when the client sent one
 */
public record Message(
    Guid room,
    long id,
    Ticks sent,
    @Nullable Guid author,
    @Nullable String authorRaw,
    boolean alert,
    String text,
    @Nullable String rtf) {
  static final List<Field<Message>> FIELDS =
      List.of(
          new Field<>("room", Message::room),
          new Field<>("id", Message::id),
          new Field<>("sent", Message::sent),
          new Field<>("author", Message::author),
          new Field<>("authorRaw", Message::authorRaw),
          Field.flag("alert", Message::alert),
          new Field<>("text", Message::text),
          new Field<>("rtf", Message::rtf));

  static final Comparator<Message> ORDER =
      Comparator.comparing(Message::room).thenComparingLong(Message::id);
}
