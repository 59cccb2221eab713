package org.pchat.xml;

import java.util.Set;
import org.pchat.problem.Problem;

/**
 * What a schema says against a record, or against an entry outside its records.
 *
 * @param problem what is wrong and where
 * @param parts the record's attributes and child elements that it concerns, by local name; empty
 *     where everything that is known of the record is as it should be
 * @param whole whether it concerns the record as a whole
 */
public record SchemaFinding(Problem problem, Set<String> parts, boolean whole) {
  /** Copies. */
  public SchemaFinding {
    parts = Set.copyOf(parts);
  }

  /** Returns whether it explains what is wrong with that attribute or child element. */
  public boolean concerns(String part) {
    return whole || parts.contains(part);
  }
}
