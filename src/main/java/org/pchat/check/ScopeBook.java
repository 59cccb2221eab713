package org.pchat.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.pchat.model.Access;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Scope;

/** The scopes of all categories, and whom they admit. */
final class ScopeBook {
  private static final Set<String> FIELDS = Set.of("node", "principal", "access");

  private final Pool pool;
  private final Map<Guid, CategoryScopes> byCategory = new HashMap<>();
  private boolean unknown;

  ScopeBook(Pool pool) {
    this.pool = pool;
  }

  void add(Met<Scope> met) {
    Scope scope = met.record();
    unknown |= met.doubtful().contains("node") || pool.category(scope.node()) == null;
    CategoryScopes scopes = byCategory.computeIfAbsent(scope.node(), n -> new CategoryScopes());
    int principal = pool.principals().number(scope.principal());
    if (principal < 0
        || pool.principals().isDoubtful(principal)
        || met.doubtful().stream().anyMatch(FIELDS::contains)) {
      scopes.setUnknown();
    } else {
      scopes.add(principal, scope.access() == Access.ALLOW, pool.principals());
    }
  }

  /**
   * Returns whether the category admits a principal to roles; deny wins. Where a scope is of no
   * category that is there, any may lack it.
   */
  Admission admission(Guid category, Guid principal) {
    int number = pool.principals().number(principal);
    if (unknown || !pool.isComplete(Kind.SCOPE) || number < 0) {
      return Admission.UNKNOWN;
    }
    CategoryScopes scopes = byCategory.get(category);
    return scopes == null ? Admission.OUTSIDE : scopes.admission(number, pool.principals());
  }
}
