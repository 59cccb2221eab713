package org.pchat.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Structure;
import org.pchat.select.PrincipalIndex;

/** Records as JSON objects; docs/scripting.md and docs/json/ describe them. */
final class Records {
  private Records() {}

  /** Returns the fields of a record that say something, in their order. */
  static <T> Map<String, Object> of(Kind<T> kind, T record) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (Field<T> field : kind.fields()) {
      Object value = field.of(record);
      if (value != null) {
        object.put(field.name(), value);
      }
    }
    return object;
  }

  /** Returns a message with the names of its room and author. */
  static Map<String, Object> of(Message message, Structure structure, PrincipalIndex principals) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("room", message.room());
    structure.room(message.room()).ifPresent(room -> object.put("roomName", room.name()));
    object.put("id", message.id());
    object.put("sent", message.sent());
    Guid author = message.author();
    if (author != null) {
      principals.uri(author).ifPresent(uri -> object.put("author", uri));
      object.put("authorGuid", author);
      principals.label(author).ifPresent(name -> object.put("authorName", name));
    }
    if (message.authorRaw() != null) {
      object.put("authorRaw", message.authorRaw());
    }
    object.put("alert", message.alert());
    object.put("text", message.text());
    if (message.rtf() != null) {
      object.put("rtf", message.rtf());
    }
    return object;
  }
}
