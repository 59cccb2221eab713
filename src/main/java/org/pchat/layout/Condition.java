package org.pchat.layout;

import java.util.List;
import java.util.Set;

/**
 * What must be true of an element so that it is a record of a kind: a value of a column that splits
 * one element into two kinds, say.
 *
 * @param places where the value stands; the first place that is there counts
 * @param values the values that it may have, without white space around them; empty: any, as long
 *     as there is one
 * @param negated whether the opposite must be true: another value, or none
 */
public record Condition(List<Place> places, Set<String> values, boolean negated) {
  /** Copies. */
  public Condition {
    places = List.copyOf(places);
    values = Set.copyOf(values);
  }
}
