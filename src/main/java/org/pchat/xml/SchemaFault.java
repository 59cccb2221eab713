package org.pchat.xml;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pchat.problem.Problem;

/**
 * What a schema says against one element, before it is known which element around it is a record.
 *
 * @param problem what is wrong and where
 * @param reach what of the element it concerns
 * @param path the local names of the open elements, from the root to this one
 * @param names the attributes or child elements that it concerns
 */
record SchemaFault(Problem problem, Reach reach, List<String> path, Set<String> names) {
  /** What of an element a fault concerns. */
  enum Reach {
    /** The attributes or child elements that it names. */
    NAMED,
    /** The element as a whole. */
    WHOLE,
    /** That the element stands there, and what should stand there in its place. */
    PLACE
  }

  /** Copies. */
  SchemaFault {
    path = List.copyOf(path);
    names = Set.copyOf(names);
  }

  /** Returns how deep the element stands; the root has depth 1. */
  int depth() {
    return path.size();
  }

  /** Returns what it means for the record at {@code depth}, which is or holds the element. */
  SchemaFinding of(int depth) {
    if (depth() <= depth) {
      boolean whole = reach != Reach.NAMED;
      return new SchemaFinding(problem, whole ? Set.of() : names, whole);
    }
    Set<String> parts = new HashSet<>();
    parts.add(path.get(depth));
    if (reach == Reach.PLACE && depth() == depth + 1) {
      parts.addAll(names);
    }
    return new SchemaFinding(problem, parts, false);
  }
}
