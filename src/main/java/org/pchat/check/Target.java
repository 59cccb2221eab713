package org.pchat.check;

import java.util.List;
import org.pchat.model.Absence;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.problem.ReferenceProblem;

/** What a reference can lead to. */
enum Target {
  PRINCIPAL,
  CATEGORY,
  ADD_IN,
  NODE,
  ROOM;

  /** Returns what is reported of a reference that leads nowhere. */
  ReferenceProblem missing() {
    return switch (this) {
      case PRINCIPAL -> ReferenceProblem.NO_PRINCIPAL;
      case CATEGORY -> ReferenceProblem.NO_CATEGORY;
      case ADD_IN -> ReferenceProblem.NO_ADD_IN;
      case NODE -> ReferenceProblem.NO_NODE;
      case ROOM -> ReferenceProblem.NO_ROOM;
    };
  }

  private List<Kind<?>> kinds() {
    return switch (this) {
      case PRINCIPAL -> List.of(Kind.PRINCIPAL);
      case CATEGORY -> List.of(Kind.CATEGORY);
      case ADD_IN -> List.of(Kind.ADD_IN);
      case NODE -> List.of(Kind.CATEGORY, Kind.ROOM);
      case ROOM -> List.of(Kind.ROOM);
    };
  }

  /** Returns whether a record of this identity was met. */
  boolean isMet(Guid guid, Pool pool) {
    return switch (this) {
      case PRINCIPAL -> pool.principals().contains(guid);
      case CATEGORY -> pool.categories().containsKey(guid);
      case ADD_IN -> pool.addIns().containsKey(guid);
      case NODE -> pool.categories().containsKey(guid) || pool.rooms().containsKey(guid);
      case ROOM -> pool.rooms().containsKey(guid);
    };
  }

  /**
   * Returns whether a record that was not met cannot be there: all were read, and the source is not
   * restricted to some categories of which this may be none.
   */
  boolean isKnownToLack(Guid guid, Pool pool) {
    boolean restricted =
        this != PRINCIPAL
            && this != ADD_IN
            && !pool.coverage().scope().isEmpty()
            && !pool.coverage().scope().contains(guid);
    return !restricted && kinds().stream().allMatch(pool::isComplete);
  }

  /** Returns what the source itself says about a record that was not met. */
  Absence absence(Guid guid, Pool pool) {
    return kinds().stream()
        .map(kind -> pool.absence(kind, guid))
        .filter(absence -> absence != Absence.UNEXPLAINED)
        .findFirst()
        .orElse(Absence.UNEXPLAINED);
  }
}
