package org.pchat.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a source can speak about. Whatever lies outside is unknown, which is not the same as absent.
 *
 * @param level how much of the pool it holds
 * @param scope the categories it is restricted to; empty for the whole pool
 * @param startDate messages before this time were left out; null when none were
 * @param snapshotTime the source's own time; null when it does not say
 * @param zone how its times are zoned
 * @param fields the fields it carries, by kind
 * @param messageIdsDerived whether message ids were counted out because the source has none; then
 *     they are no identity
 */
public record Coverage(
    Level level,
    Set<Guid> scope,
    @Nullable Ticks startDate,
    @Nullable Ticks snapshotTime,
    Zone zone,
    Set<Field<?>> fields,
    boolean messageIdsDerived) {
  private static final Field<Category> PARENT = Kind.CATEGORY.field("parent").orElseThrow();

  /** How the times of a source are known to be zoned. */
  public enum Zone {
    /** The source says that they are UTC. */
    STATED,
    /** Nobody says; they are taken as UTC. */
    ASSUMED,
    /** The user said which zone they are in. */
    GIVEN
  }

  /** Copies the sets. */
  public Coverage {
    scope = Set.copyOf(scope);
    fields = Set.copyOf(fields);
  }

  /** Returns whether the source carries {@code field}. */
  public boolean has(Field<?> field) {
    return fields.contains(field);
  }

  /**
   * Returns whether this is the root of the tree. Where the source does not tell what is above a
   * category, nothing is known to be the root.
   */
  public boolean isRoot(Category category) {
    return category.isRoot() && has(PARENT);
  }

  /**
   * Returns whether the source has all records of {@code kind}; if not, the absence of one says
   * nothing. It has not where they do not belong to its level, and where it does not carry the
   * first of their fields, because it only mentions some of them.
   */
  public boolean holds(Kind<?> kind) {
    return fields.contains(kind.fields().get(0)) && holds(level, kind);
  }

  /** Returns whether records of {@code kind} belong to a level. */
  public static boolean holds(Level level, Kind<?> kind) {
    return switch (level) {
      case ALL, CONTENT -> true;
      case ROOM_DIRECTORY -> kind != Kind.MESSAGE;
      case CATEGORY -> kind != Kind.MESSAGE && kind != Kind.ROOM && kind != Kind.ADD_IN;
      case USER -> kind == Kind.PRINCIPAL;
    };
  }
}
