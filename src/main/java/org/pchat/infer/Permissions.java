package org.pchat.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Kind;

/** Finds roles and scopes: records that name a principal and a node. */
final class Permissions {
  private static final double NAMED = 6;

  private final Targets targets;
  private final List<Reading.Permission> found = new ArrayList<>();
  private final List<Candidate> unclear = new ArrayList<>();
  private final List<Match> broken = new ArrayList<>();

  private Permissions(Targets targets) {
    this.targets = targets;
  }

  /**
   * Finds them.
   *
   * @param rest the candidates that are no other records
   * @param targets with the principals and nodes
   */
  static Permissions among(List<Candidate> rest, Targets targets) {
    var permissions = new Permissions(targets);
    rest.forEach(permissions::weigh);
    return permissions;
  }

  private void weigh(Candidate candidate) {
    Match role = Match.of(Kind.ROLE, candidate, targets);
    Match scope = Match.of(Kind.SCOPE, candidate, targets);
    boolean names = names(role) || names(scope);
    if (!names) {
      Match better = role.naming() >= scope.naming() ? role : scope;
      if (better.naming() >= NAMED && !better.edges().isEmpty()) {
        broken.add(better);
      }
      return;
    }
    Optional<Reading.Permission> listed = listed(candidate, role, scope);
    if (role.missing().isEmpty() && (!scope.missing().isEmpty() || role.total() >= scope.total())) {
      found.add(new Reading.Permission(role, null));
    } else if (scope.missing().isEmpty()) {
      found.add(new Reading.Permission(scope, null));
    } else if (listed.isPresent()) {
      found.add(listed.get());
    } else {
      unclear.add(candidate);
    }
  }

  private static boolean names(Match match) {
    return match.has("node") && match.has("principal");
  }

  /** Reads lists whose own name says the role: the members of a room, those denied a category. */
  private static Optional<Reading.Permission> listed(Candidate candidate, Match role, Match scope) {
    List<ElementNode> path = candidate.node().path();
    Edge node = role.has("node") ? role.edge("node") : scope.edge("node");
    int holder = node == null ? path.size() : path.size() - 1 - node.column().up();
    for (int i = path.size() - 1; i >= 0 && i > holder; i--) {
      List<String> words = Terms.of(path.get(i).name().local());
      String access = word("access", words);
      if (access != null && names(scope)) {
        return Optional.of(new Reading.Permission(scope, access));
      }
      String word = word("role", words);
      if (word != null && names(role)) {
        return Optional.of(new Reading.Permission(role, word));
      }
    }
    return Optional.empty();
  }

  private static @Nullable String word(String field, List<String> words) {
    for (String word : words) {
      String meaning = Vocabulary.meaning(field, word);
      if (meaning != null) {
        return meaning;
      }
    }
    return null;
  }

  /** Returns the roles and scopes. */
  List<Reading.Permission> found() {
    return found;
  }

  /** Returns records that name a principal and a node, but nobody knows as what. */
  List<Candidate> unclear() {
    return unclear;
  }

  /** Returns records that are named like roles or scopes and lack a principal or node. */
  List<Match> broken() {
    return broken;
  }
}
