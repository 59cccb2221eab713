package org.pchat.diff;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Access;
import org.pchat.model.Guid;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Scope;

/**
 * Finds who lost or got access to a node that is there before and after. Is shown all permissions
 * in order and thinks of one node and principal at a time, who may have several roles.
 */
final class AccessWatch {
  private final Function<Guid, @Nullable NodeTally> nodes;
  private final Predicate<Guid> principals;
  private @Nullable Guid node;
  private @Nullable Guid principal;
  private boolean had;
  private boolean has;
  private boolean doubtful;

  /**
   * Begins.
   *
   * @param nodes returns where to note it; null for nodes that came, went or are not of interest
   * @param principals tells whose access is of interest
   */
  AccessWatch(Function<Guid, @Nullable NodeTally> nodes, Predicate<Guid> principals) {
    this.nodes = nodes;
    this.principals = principals;
  }

  /**
   * Takes a permission.
   *
   * @param old how it was; null if it was not there
   * @param now how it is; null if it is not there
   * @param unknown whether that one side lacks it means nothing
   */
  void see(@Nullable Object old, @Nullable Object now, boolean unknown) {
    Object permission = old == null ? now : old;
    if (permission instanceof Role role) {
      turnTo(role.node(), role.principal());
    } else if (permission instanceof Scope scope) {
      turnTo(scope.node(), scope.principal());
    }
    had |= opens(old);
    has |= opens(now);
    doubtful |= unknown;
  }

  private void turnTo(Guid newNode, Guid newPrincipal) {
    if (!newNode.equals(node) || !newPrincipal.equals(principal)) {
      end();
      node = newNode;
      principal = newPrincipal;
    }
  }

  private static boolean opens(@Nullable Object permission) {
    if (permission instanceof Role role) {
      return role.role() != RoleType.CREATOR;
    }
    return permission instanceof Scope scope && scope.access() == Access.ALLOW;
  }

  /** Concludes about the last principal. */
  void end() {
    if (node != null
        && principal != null
        && had != has
        && !doubtful
        && principals.test(principal)) {
      NodeTally tally = nodes.apply(node);
      if (tally != null && had) {
        tally.lost(principal);
      } else if (tally != null) {
        tally.gained(principal);
      }
    }
    had = false;
    has = false;
    doubtful = false;
  }
}
