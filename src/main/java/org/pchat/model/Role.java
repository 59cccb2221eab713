package org.pchat.model;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An explicit role of a principal on a category or room ({@code tblPrincipalRole}).
 *
 * @param node the category or room
 * @param principal who has the role
 * @param role which role
 * @param updatedBy who gave it, if known
 */
public record Role(Guid node, Guid principal, RoleType role, @Nullable Guid updatedBy) {
  static final List<Field<Role>> FIELDS =
      List.of(
          new Field<>("node", Role::node),
          new Field<>("principal", Role::principal),
          new Field<>("role", Role::role),
          new Field<>("updatedBy", Role::updatedBy));

  static final Comparator<Role> ORDER =
      Comparator.comparing(Role::node).thenComparing(Role::principal).thenComparing(Role::role);
}
