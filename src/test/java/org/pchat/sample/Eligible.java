package org.pchat.sample;

import java.util.List;

/**
 * The users who may have roles in a category, counted off in order: those of the units let in,
 * without those denied by name.
 */
final class Eligible {
  private final List<Integer> units;
  private final int size;
  private final List<Integer> denied;

  /**
   * Counts.
   *
   * @param units the units let in, ascending
   * @param users how many users there are
   * @param deny whether two users are denied by name
   */
  Eligible(List<Integer> units, int users, boolean deny) {
    this.units = units;
    int all = Unit.ALL.size();
    int rest = (int) units.stream().filter(unit -> unit < users % all).count();
    int let = users / all * units.size() + rest;
    denied = deny ? List.of(let / 3, let * 2 / 3) : List.of();
    size = let - denied.size();
  }

  int size() {
    return size;
  }

  /** Returns the number of a user, ascending with {@code place}. */
  int user(int place) {
    int let = place;
    for (int hole : denied) {
      if (let >= hole) {
        let++;
      }
    }
    return let(let);
  }

  /** Returns the users denied by name. */
  List<Integer> denied() {
    return denied.stream().map(this::let).toList();
  }

  private int let(int place) {
    return place / units.size() * Unit.ALL.size() + units.get(place % units.size());
  }
}
