package org.pchat.model;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One of the seven kinds of records of a snapshot: its names, its fields and its order.
 *
 * @param <T> the type of the records
 */
public final class Kind<T> {
  /** Users, groups, folders, domains, system users; ordered by GUID. */
  public static final Kind<Principal> PRINCIPAL =
      new Kind<>(
          "Principal", "principals", 1, Principal.FIELDS, Comparator.comparing(Principal::guid));

  /** Categories and the root; ordered by GUID. */
  public static final Kind<Category> CATEGORY =
      new Kind<>(
          "Category", "categories", 1, Category.FIELDS, Comparator.comparing(Category::guid));

  /** Rooms; ordered by GUID. */
  public static final Kind<Room> ROOM =
      new Kind<>("Room", "rooms", 1, Room.FIELDS, Comparator.comparing(Room::guid));

  /** Add-ins; ordered by GUID. */
  public static final Kind<AddIn> ADD_IN =
      new Kind<>("AddIn", "addIns", 1, AddIn.FIELDS, Comparator.comparing(AddIn::guid));

  /** Explicit roles; ordered by node, principal and role. */
  public static final Kind<Role> ROLE = new Kind<>("Role", "roles", 3, Role.FIELDS, Role.ORDER);

  /** Scopes of categories; ordered by node and principal. */
  public static final Kind<Scope> SCOPE =
      new Kind<>("Scope", "scopes", 2, Scope.FIELDS, Scope.ORDER);

  /** Messages; ordered by room and id. */
  public static final Kind<Message> MESSAGE =
      new Kind<>("Message", "messages", 2, Message.FIELDS, Message.ORDER);

  /** All kinds, in the order in which the canonical layout writes them. */
  public static final List<Kind<?>> ALL =
      List.of(PRINCIPAL, ADD_IN, CATEGORY, ROOM, ROLE, SCOPE, MESSAGE);

  private final String word;
  private final String plural;
  private final int keyFields;
  private final List<Field<T>> fields;
  private final Comparator<T> order;

  private Kind(
      String word, String plural, int keyFields, List<Field<T>> fields, Comparator<T> order) {
    this.word = word;
    this.plural = plural;
    this.keyFields = keyFields;
    this.fields = fields;
    this.order = order;
  }

  /** Returns the name of one record: the element of the canonical layout. */
  public String word() {
    return word;
  }

  /** Returns the name of many, as in the counts of JSON. */
  public String plural() {
    return plural;
  }

  /** Returns the fields, in the order of the canonical layout. */
  public List<Field<T>> fields() {
    return fields;
  }

  /** Returns the order of the records' identities; equal means one identity. */
  public Comparator<T> order() {
    return order;
  }

  /** Returns what identifies a record, for people: the values of its first fields. */
  public String identity(T record) {
    return fields.stream()
        .limit(keyFields)
        .map(field -> Field.spell(Objects.requireNonNull(field.of(record))))
        .collect(Collectors.joining(" "));
  }

  /** Returns the field of this name. */
  public Optional<Field<T>> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  @Override
  public String toString() {
    return word;
  }
}
