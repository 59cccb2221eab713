package org.pchat.restore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pchat.model.ChatSource;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.RecordCursor;

/**
 * What a pool comes to, apart from database ids and the numbers of messages: a hash for each kind
 * of record, whatever its order, and one for each room's messages in their order.
 *
 * @param kinds by the plural of the kind
 * @param rooms by room; empty rooms are left out
 */
record Imprint(Map<String, Long> kinds, Map<Guid, Long> rooms) {
  /** Where each number is another, that alone makes no other pool. */
  private static final Set<String> NUMBERS = Set.of("id", "lastMessageId");

  /** Reads a pool whose messages stand in order within each room. */
  static Imprint of(ChatSource pool) throws IOException {
    Map<String, Long> kinds = new TreeMap<>();
    for (Kind<?> kind : Kind.ALL) {
      if (kind != Kind.MESSAGE) {
        kinds.put(kind.plural(), sum(pool, kind));
      }
    }
    Map<Guid, Long> rooms = new TreeMap<>();
    for (Guid room : pool.messageRooms()) {
      try (var messages = pool.messages(room)) {
        long hash = 17;
        boolean any = false;
        while (messages.advance()) {
          any = true;
          hash = mix(hash, messages.record());
        }
        if (any) {
          rooms.put(room, hash);
        }
      }
    }
    return new Imprint(kinds, rooms);
  }

  private static <T> long sum(ChatSource pool, Kind<T> kind) throws IOException {
    long sum = 0;
    try (RecordCursor<T> all = pool.records(kind)) {
      while (all.advance()) {
        long hash = 17;
        for (Field<T> field : kind.fields()) {
          Object value = NUMBERS.contains(field.name()) ? null : field.of(all.record());
          hash = mix(hash, value == null ? null : Field.spell(value));
        }
        sum += hash;
      }
    }
    return sum;
  }

  private static long mix(long hash, Message message) {
    long mixed = mix(hash, message.sent().value());
    mixed = mix(mixed, message.alert() ? 1 : 0);
    mixed = mix(mixed, Objects.toString(message.author()) + " " + message.authorRaw());
    return mix(mix(mixed, message.text()), message.rtf());
  }

  private static long mix(long hash, @Nullable String text) {
    long mixed = mix(hash, text == null ? -1 : text.length());
    for (int i = 0; text != null && i < text.length(); i++) {
      mixed = mix(mixed, text.charAt(i));
    }
    return mixed;
  }

  /** The multiplier and shifts of SplitMix64. */
  private static long mix(long hash, long value) {
    long z = (hash ^ value) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Returns the kinds of records in which the other differs. */
  List<String> differingKinds(Imprint other) {
    return kinds.keySet().stream()
        .filter(kind -> !Objects.equals(kinds.get(kind), other.kinds.get(kind)))
        .toList();
  }

  /** Returns the rooms whose messages differ. */
  List<Guid> differingRooms(Imprint other) {
    Set<Guid> all = new HashSet<>(rooms.keySet());
    all.addAll(other.rooms.keySet());
    List<Guid> differing = new ArrayList<>();
    for (Guid room : all) {
      if (!Objects.equals(rooms.get(room), other.rooms.get(room))) {
        differing.add(room);
      }
    }
    differing.sort(null);
    return differing;
  }
}
