package org.pchat.model;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a principal is let into a category or kept out of it ({@code tblScopePrincipal}); at most
 * one for each pair.
 *
 * @param node the category
 * @param principal who is let in or kept out
 * @param access which of the two
 * @param updatedBy who set it, if known
 */
public record Scope(Guid node, Guid principal, Access access, @Nullable Guid updatedBy) {
  static final List<Field<Scope>> FIELDS =
      List.of(
          new Field<>("node", Scope::node),
          new Field<>("principal", Scope::principal),
          new Field<>("access", Scope::access),
          new Field<>("updatedBy", Scope::updatedBy));

  static final Comparator<Scope> ORDER =
      Comparator.comparing(Scope::node).thenComparing(Scope::principal);
}
