package org.pchat.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Access;
import org.pchat.model.Guid;
import org.pchat.model.Principal;
import org.pchat.model.Scope;

/**
 * Who may have roles in a category: those let in by a scope and not kept out by one. A scope of a
 * folder or domain holds for all below it in the directory; who is in a group a snapshot does not
 * say, so a scope of a group holds for the group alone.
 */
final class Admission {
  private final Map<Guid, Principal> principals;
  private final Map<Guid, Map<Access, Rule>> rules = new TreeMap<>();

  private record Rule(Set<Guid> named, List<String> below) {
    Rule() {
      this(new HashSet<>(), new ArrayList<>());
    }

    boolean covers(Guid who, @Nullable String path) {
      return named.contains(who)
          || (path != null && below.stream().anyMatch(above -> path.endsWith("," + above)));
    }
  }

  Admission(Map<Guid, Principal> principals, List<Scope> scopes) {
    this.principals = principals;
    for (Scope scope : scopes) {
      Rule rule = rule(scope.node(), scope.access());
      rule.named().add(scope.principal());
      String path = pathOfContainer(principals.get(scope.principal()));
      if (path != null) {
        rule.below().add(path);
      }
    }
  }

  private Rule rule(Guid category, Access access) {
    return rules
        .computeIfAbsent(category, c -> new TreeMap<>())
        .computeIfAbsent(access, a -> new Rule());
  }

  private static @Nullable String pathOfContainer(@Nullable Principal principal) {
    if (principal == null) {
      return null;
    }
    return switch (principal.type()) {
      case DOMAIN, FOLDER -> principal.adPath();
      case ANY, ANY_USER, ANY_GROUP, SYSTEM_USER, USER, GROUP -> null;
    };
  }

  /** Returns whether {@code who} may have roles in {@code category} and its rooms; deny wins. */
  boolean admits(Guid category, Guid who) {
    Principal principal = principals.get(who);
    String path = principal == null ? null : principal.adPath();
    return rule(category, Access.ALLOW).covers(who, path)
        && !rule(category, Access.DENY).covers(who, path);
  }
}
