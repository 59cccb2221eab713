package org.pchat.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Field;
import org.pchat.model.Glimpse;
import org.pchat.model.Guid;
import org.pchat.model.Interval;
import org.pchat.model.Kind;
import org.pchat.model.Mark;
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

  /** Adds to a record what other snapshots say about it; nothing where they say nothing. */
  static Map<String, Object> marked(Map<String, Object> object, Mark mark) {
    put(object, "gone", mark.gone());
    put(object, "replaced", mark.replaced());
    put(object, "fork", mark.fork());
    if (mark.outdated()) {
      object.put("outdated", true);
    }
    return object;
  }

  private static void put(Map<String, Object> object, String name, @Nullable Interval interval) {
    if (interval != null) {
      object.put(name, of(interval));
    }
  }

  /** Returns between which snapshots something happened. */
  static Map<String, Object> of(Interval interval) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("from", of(interval.from()));
    object.put("until", of(interval.until()));
    return object;
  }

  /** Returns a snapshot's name and time. */
  static Map<String, Object> of(Glimpse glimpse) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("source", glimpse.name());
    if (glimpse.time() != null) {
      object.put("time", glimpse.time());
    }
    return object;
  }
}
