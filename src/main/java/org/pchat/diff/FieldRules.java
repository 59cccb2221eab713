package org.pchat.diff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Coverage;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;

/**
 * Which fields count, and when two values are the same. Fields that one side does not carry are
 * unknown and thus the same; so are database ids where one is missing, since ids are only carried.
 */
final class FieldRules {
  /** What a record is matched by, or says of its source only. */
  private static final Map<Kind<?>, Set<String>> KEYS =
      Map.of(
          Kind.PRINCIPAL, Set.of("guid", "derived"),
          Kind.CATEGORY, Set.of("guid", "derived"),
          Kind.ROOM, Set.of("guid", "derived"),
          Kind.ADD_IN, Set.of("guid"),
          Kind.ROLE, Set.of("node", "principal", "role"),
          Kind.SCOPE, Set.of("node", "principal"),
          Kind.MESSAGE, Set.of("room", "id"));

  private static final String ID = "id";
  private static final Field<Message> AUTHOR = field("author");
  private static final Field<Message> AUTHOR_RAW = field("authorRaw");

  private final Map<Kind<?>, List<Field<?>>> compared = new HashMap<>();
  private final Side before;
  private final Side after;
  private final boolean idsCount;
  private final boolean authorsCount;

  FieldRules(Side before, Side after, DiffRequest request) {
    this.before = before;
    this.after = after;
    this.idsCount = request.match() != Match.NAME;
    this.authorsCount = !request.ignored().contains(AUTHOR);
    for (Kind<?> kind : Kind.ALL) {
      compared.put(kind, compared(kind, request));
    }
  }

  private static Field<Message> field(String name) {
    return Kind.MESSAGE.field(name).orElseThrow();
  }

  /** Returns whether records are matched by this field, so that it cannot be ignored. */
  static boolean isKey(Kind<?> kind, Field<?> field) {
    return KEYS.getOrDefault(kind, Set.of()).contains(field.name());
  }

  private List<Field<?>> compared(Kind<?> kind, DiffRequest request) {
    List<Field<?>> fields = new ArrayList<>();
    for (Field<?> field : kind.fields()) {
      boolean counts =
          before.coverage().has(field)
              && after.coverage().has(field)
              && !request.ignored().contains(field)
              && !isKey(kind, field);
      if (counts) {
        fields.add(field);
      }
    }
    return List.copyOf(fields);
  }

  /** Returns the fields in which two records of one identity differ. */
  @SuppressWarnings("unchecked") // the fields of a kind were put in under it
  <T> List<Field<T>> differing(Kind<T> kind, T old, T now) throws IOException {
    List<Field<T>> fields = (List<Field<T>>) (List<?>) compared.getOrDefault(kind, List.of());
    List<Field<T>> differing = List.of();
    for (Field<T> field : fields) {
      Object oldValue = field.of(old);
      Object nowValue = field.of(now);
      if (!Objects.equals(oldValue, nowValue) && counts(field, oldValue, nowValue)) {
        differing = differing.isEmpty() ? new ArrayList<>() : differing;
        differing.add(field);
      }
    }
    return !differing.isEmpty() && old instanceof Message first && now instanceof Message second
        ? withAuthors(differing, first, second)
        : differing;
  }

  private boolean counts(Field<?> field, @Nullable Object old, @Nullable Object now) {
    return !field.name().equals(ID) || (idsCount && old != null && now != null);
  }

  private <T> List<Field<T>> withAuthors(List<Field<T>> differing, Message old, Message now)
      throws IOException {
    boolean named = differing.contains(AUTHOR) || differing.contains(AUTHOR_RAW);
    if (named && sameAuthor(old, now)) {
      differing.removeIf(field -> field.equals(AUTHOR) || field.equals(AUTHOR_RAW));
    }
    return differing;
  }

  /**
   * Returns whether one person wrote both, or nobody can tell. One side may name by GUID whom the
   * other names as the database stood; that is the same person if the address is.
   */
  boolean sameAuthor(Message old, Message now) throws IOException {
    if (!authorsCount || isUnnamed(old, before) || isUnnamed(now, after)) {
      return true;
    }
    if (old.author() != null && now.author() == null && now.authorRaw() != null) {
      return resolves(old.author(), now.authorRaw());
    }
    if (now.author() != null && old.author() == null && old.authorRaw() != null) {
      return resolves(now.author(), old.authorRaw());
    }
    return Objects.equals(old.author(), now.author())
        && Objects.equals(old.authorRaw(), now.authorRaw());
  }

  private boolean resolves(Guid author, String raw) throws IOException {
    OptionalLong key = before.addresses().key(author);
    key = key.isPresent() ? key : after.addresses().key(author);
    return raw.equalsIgnoreCase(author.toString())
        || (key.isPresent() && key.getAsLong() == new Names().key(raw));
  }

  /** Returns whether the side carries too little to say who wrote the message. */
  private static boolean isUnnamed(Message message, Side side) {
    Coverage coverage = side.coverage();
    return message.author() == null
        && message.authorRaw() == null
        && !(coverage.has(AUTHOR) && coverage.has(AUTHOR_RAW));
  }
}
