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
public final class FieldRules {
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
  private final Coverage before;
  private final Coverage after;
  private final Addresses addresses;
  private final boolean idsCount;
  private final boolean authorsCount;

  /** Knows the addresses of principals. */
  public interface Addresses {
    /** Returns the {@link #keyOf} the address of a principal; nothing if it is not known. */
    OptionalLong key(Guid principal) throws IOException;
  }

  /** Rules for two snapshots of one pool in which every field counts. */
  public FieldRules(Coverage before, Coverage after, Addresses addresses) {
    this(before, after, addresses, true, Set.of());
  }

  /**
   * Rules for two snapshots.
   *
   * @param idsCount whether database ids do
   * @param ignored the fields that do not
   */
  FieldRules(
      Coverage before,
      Coverage after,
      Addresses addresses,
      boolean idsCount,
      Set<Field<?>> ignored) {
    this.before = before;
    this.after = after;
    this.addresses = addresses;
    this.idsCount = idsCount;
    this.authorsCount = !ignored.contains(AUTHOR);
    for (Kind<?> kind : Kind.ALL) {
      compared.put(kind, compared(kind, ignored));
    }
  }

  /** Returns the key that stands for an address, without regard to case and scheme. */
  public static long keyOf(String uri) {
    return new Names().key(uri);
  }

  private static Field<Message> field(String name) {
    return Kind.MESSAGE.field(name).orElseThrow();
  }

  /** Returns whether records are matched by this field, so that it cannot be ignored. */
  static boolean isKey(Kind<?> kind, Field<?> field) {
    return KEYS.getOrDefault(kind, Set.of()).contains(field.name());
  }

  private List<Field<?>> compared(Kind<?> kind, Set<Field<?>> ignored) {
    List<Field<?>> fields = new ArrayList<>();
    for (Field<?> field : kind.fields()) {
      boolean counts =
          before.has(field) && after.has(field) && !ignored.contains(field) && !isKey(kind, field);
      if (counts) {
        fields.add(field);
      }
    }
    return List.copyOf(fields);
  }

  /** Returns the fields in which two records of one identity differ. */
  @SuppressWarnings("unchecked") // the fields of a kind were put in under it
  public <T> List<Field<T>> differing(Kind<T> kind, T old, T now) throws IOException {
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
    OptionalLong key = addresses.key(author);
    return raw.equalsIgnoreCase(author.toString())
        || (key.isPresent() && key.getAsLong() == new Names().key(raw));
  }

  /** Returns whether the side carries too little to say who wrote the message. */
  private static boolean isUnnamed(Message message, Coverage coverage) {
    return message.author() == null
        && message.authorRaw() == null
        && !(coverage.has(AUTHOR) && coverage.has(AUTHOR_RAW));
  }
}
