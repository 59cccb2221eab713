package org.pchat.infer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.ValueSpelling;
import org.pchat.model.Kind;

/**
 * A candidate read as records of a kind: which column is which field.
 *
 * @param kind the kind of records
 * @param candidate the candidate
 * @param edges the fields found, by name
 * @param rivals fields for which another column is as good, by name
 * @param score the evidence for all fields together
 * @param naming the evidence of the element's own name
 */
record Match(
    Kind<?> kind,
    Candidate candidate,
    Map<String, Edge> edges,
    Map<String, Edge> rivals,
    double score,
    double naming) {
  private static final double ACCEPTED = 4;
  private static final double MARGIN = 0.75;

  Match {
    edges = Map.copyOf(edges);
    rivals = Map.copyOf(rivals);
  }

  /** Finds the best reading of a candidate as records of a kind. */
  static Match of(Kind<?> kind, Candidate candidate, Targets targets) {
    return new Solver(kind, candidate, targets).solve();
  }

  /** Returns the same without the fields whose own columns are not among these. */
  Match only(Set<Column> seen) {
    Map<String, Edge> kept = new LinkedHashMap<>(edges);
    kept.values().removeIf(edge -> edge.column().isOwn() && !seen.contains(edge.column()));
    Map<String, Edge> rivalling = new LinkedHashMap<>(rivals);
    rivalling.keySet().retainAll(kept.keySet());
    return new Match(kind, candidate, kept, rivalling, score, naming);
  }

  @Nullable Edge edge(String field) {
    return edges.get(field);
  }

  boolean has(String field) {
    return edges.containsKey(field);
  }

  /** Returns whether a field was found and nothing else is as good. */
  boolean isSure(String field) {
    return edges.containsKey(field) && !rivals.containsKey(field);
  }

  /** Returns all evidence: of the fields and of the element's name. */
  double total() {
    return score + naming;
  }

  /** Returns the needed fields that were not found; alternatives are joined by "or". */
  List<String> missing() {
    var missing = new ArrayList<String>();
    for (String needed : Needs.of(kind)) {
      boolean found = false;
      for (String alternative : needed.split(" or ", -1)) {
        found |= edges.containsKey(alternative);
      }
      if (!found) {
        missing.add(needed);
      }
    }
    return missing;
  }

  /** One search. */
  private static final class Solver {
    private final Kind<?> kind;
    private final Candidate candidate;
    private final List<FieldSpec> specs;
    private final List<Column> columns;
    private final @Nullable Edge[][] edges;
    private final double[][] weights;
    private final Targets targets;

    Solver(Kind<?> kind, Candidate candidate, Targets targets) {
      this.kind = kind;
      this.candidate = candidate;
      this.targets = targets;
      this.specs = FieldSpec.of(kind);
      this.columns = candidate.columns();
      this.edges = new Edge[specs.size()][columns.size()];
      this.weights = new double[specs.size()][columns.size()];
      var evidence = new Evidence(kind, candidate, targets);
      for (int i = 0; i < specs.size(); i++) {
        for (int j = 0; j < columns.size(); j++) {
          Optional<Edge> edge = evidence.of(specs.get(i), columns.get(j));
          if (edge.isPresent() && edge.get().score() >= ACCEPTED) {
            edges[i][j] = edge.get();
            weights[i][j] = edge.get().score();
          }
        }
        foldHolders(i);
      }
    }

    /** Of the records that a candidate stands in the nearest counts, and of its keys the best. */
    private void foldHolders(int row) {
      int best = -1;
      for (int j = 0; j < columns.size(); j++) {
        Edge edge = edges[row][j];
        if (edge != null && isHolder(edge)) {
          boolean better = best < 0 || isBetter(edge, Objects.requireNonNull(edges[row][best]));
          int dropped = better ? best : j;
          best = better ? j : best;
          if (dropped >= 0) {
            edges[row][dropped] = null;
            weights[row][dropped] = 0;
          }
        }
      }
    }

    /** Returns whether a reference is the own key of a record that the candidate stands in. */
    private static boolean isHolder(Edge edge) {
      return edge.fit() != null && edge.column().up() > 0 && edge.fit().key().isSame(edge.column());
    }

    private boolean isBetter(Edge one, Edge other) {
      if (one.column().up() != other.column().up()) {
        return one.column().up() < other.column().up();
      }
      boolean foreign = targets.isForeign(one.column());
      if (foreign != targets.isForeign(other.column())) {
        return !foreign;
      }
      ValueSpelling.Key ours = Objects.requireNonNull(one.fit()).by();
      ValueSpelling.Key theirs = Objects.requireNonNull(other.fit()).by();
      return ours.compareTo(theirs) < 0;
    }

    Match solve() {
      int[] chosen = Assignment.solve(weights);
      double total = Assignment.total(weights, chosen);
      Map<String, Edge> found = new LinkedHashMap<>();
      Map<String, Edge> rivals = new LinkedHashMap<>();
      for (int i = 0; i < chosen.length; i++) {
        Edge edge = chosen[i] < 0 ? null : edges[i][chosen[i]];
        if (edge != null) {
          found.merge(edge.spec().field(), edge, (a, b) -> a.score() >= b.score() ? a : b);
          Edge rival = rival(i, chosen[i], total);
          if (rival != null) {
            rivals.put(edge.spec().field(), rival);
          }
        }
      }
      return new Match(kind, candidate, found, rivals, total, Naming.of(kind, candidate));
    }

    /**
     * Returns what the field would be if its column, and those that say the same, were not there;
     * null if that is much worse.
     */
    private @Nullable Edge rival(int row, int column, double total) {
      double[] kept = weights[row].clone();
      for (int j = 0; j < columns.size(); j++) {
        if (j == column || targets.areTwins(columns.get(column), columns.get(j))) {
          weights[row][j] = 0;
        }
      }
      int[] others = Assignment.solve(weights);
      double rest = Assignment.total(weights, others);
      System.arraycopy(kept, 0, weights[row], 0, kept.length);
      return others[row] < 0 || total - rest >= MARGIN ? null : edges[row][others[row]];
    }
  }
}
