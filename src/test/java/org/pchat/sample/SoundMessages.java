package org.pchat.sample;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Message;
import org.pchat.model.RecordCursor;
import org.pchat.model.Room;
import org.pchat.model.Ticks;

/** The rules of sound messages: docs/format-facts.md §2.2 tblChat and tblLastChatId, §5.3, §9. */
final class SoundMessages {
  private final Soundness soundness;

  SoundMessages(Soundness soundness) {
    this.soundness = soundness;
  }

  void check(ChatSource source) throws IOException {
    for (Room room : source.structure().rooms()) {
      Category category = source.structure().category(room.category()).orElseThrow();
      try (RecordCursor<Message> messages = source.messages(room.guid())) {
        Message last = null;
        while (messages.advance()) {
          check(messages.record(), last, room, category);
          last = messages.record();
        }
        checkLast(room, last, category);
      }
    }
  }

  private void checkLast(Room room, @Nullable Message last, Category category) {
    soundness.rule(last == null || last.id() <= room.lastMessageId(), "beyond the last id", last);
    soundness.rule(last == null || category.logged(), "history is off", room);
  }

  private void check(Message message, @Nullable Message before, Room room, Category category) {
    Ticks earliest = before == null ? room.audit().addedOn() : before.sent();
    soundness.rule(
        message.sent().compareTo(earliest) > 0 && message.sent().compareTo(soundness.time()) <= 0,
        "times do not ascend",
        message);
    soundness.rule(message.id() > (before == null ? 0 : before.id()), "ids", message);
    soundness.checkAudit("message " + message.id(), message.author());
    soundness.rule(message.authorRaw() == null, "author resolves to nobody", message);
    soundness.rule(!message.text().isEmpty(), "empty text", message);
    soundness.rule(!hasLoneSurrogate(message.text()), "lone surrogate", message);
    soundness.rule(
        category.filePost() || !message.text().contains("ma-filelink:"), "file", message);
    String rtf = message.rtf();
    soundness.rule(
        rtf == null || (rtf.startsWith("{\\rtf1") && US_ASCII.newEncoder().canEncode(rtf)),
        "RTF",
        message);
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
