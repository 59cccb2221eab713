package org.pchat.sample;

import java.util.List;
import org.pchat.model.AccountState;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Scope;
import org.pchat.model.Structure;

/** The rules of sound roles and scopes: docs/format-facts.md §2.2 tblPrincipalRole and so on. */
final class SoundPermissions {
  private final Soundness soundness;
  private final Structure structure;

  SoundPermissions(Soundness soundness, Structure structure) {
    this.soundness = soundness;
    this.structure = structure;
  }

  void check(List<Role> roles, List<Scope> scopes) {
    for (Role role : roles) {
      checkHolder(role.principal(), role);
      soundness.checkAudit("role on " + role.node(), role.updatedBy());
      soundness.rule(
          isCategory(role.node()) || structure.room(role.node()).isPresent(), "no such node", role);
    }
    for (Scope scope : scopes) {
      checkHolder(scope.principal(), scope);
      soundness.checkAudit("scope on " + scope.node(), scope.updatedBy());
      soundness.rule(isCategory(scope.node()), "scope outside of a category", scope);
    }
  }

  private boolean isCategory(Guid node) {
    return structure.category(node).filter(c -> !c.isRoot()).map(Category::guid).isPresent();
  }

  private void checkHolder(Guid who, Object permission) {
    Principal principal = soundness.principal(who);
    soundness.rule(
        principal != null && principal.disabled() != AccountState.DELETED,
        "of nobody, or of a deleted account",
        permission);
  }
}
