package org.pchat.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pchat.model.Access;
import org.pchat.model.AccountState;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.Scope;
import org.pchat.problem.Location;

/**
 * Whom the scopes of categories admit to roles, for those who ask before anything is written. First
 * all principals are added, then all scopes, then it can be asked.
 *
 * <p><b>Memory.</b> 30 bytes a principal, and the scopes.
 */
public final class Admissions {
  private final PrincipalRoll principals = new PrincipalRoll();
  private final Map<Guid, CategoryScopes> byCategory = new HashMap<>();

  /** Adds a principal; of one GUID the first counts. */
  public void add(Principal principal) {
    var unused = principals.add(new Met.Kept<>(Kind.PRINCIPAL, principal, Location.NONE, Set.of()));
  }

  /** Adds a scope. One of a principal that was not added makes its category unknown. */
  public void add(Scope scope) {
    CategoryScopes scopes = byCategory.computeIfAbsent(scope.node(), n -> new CategoryScopes());
    int principal = principals.number(scope.principal());
    if (principal < 0) {
      scopes.setUnknown();
    } else {
      scopes.add(principal, scope.access() == Access.ALLOW, principals);
    }
  }

  /** Returns what became of the account; nothing if there is no such principal. */
  public Optional<AccountState> state(Guid principal) {
    int number = principals.number(principal);
    return number < 0 ? Optional.empty() : Optional.of(principals.state(number));
  }

  /** Returns whether the category admits a principal to roles; deny wins. */
  public Admission of(Guid category, Guid principal) {
    int number = principals.number(principal);
    if (number < 0) {
      return Admission.UNKNOWN;
    }
    CategoryScopes scopes = byCategory.get(category);
    return scopes == null ? Admission.OUTSIDE : scopes.admission(number, principals);
  }
}
