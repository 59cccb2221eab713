package org.pchat.infer;

import java.util.List;
import java.util.Optional;
import org.pchat.layout.ValueSpelling;

/** Fits of columns whose values are spread over the keys of several candidates. */
final class Unions {
  private static final double ENOUGH = 0.9;

  private Unions() {}

  /** Returns the fit to keys of one sort that lie in two candidates and share no value. */
  static Optional<Fit> fit(Column column, List<Candidate> possible) {
    for (Candidate first : possible) {
      for (Column key : Fit.keys(first)) {
        for (Candidate second : possible) {
          if (!second.equals(first)) {
            Optional<Fit> fit = fit(column, key, second);
            if (fit.isPresent()) {
              return fit;
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Fit> fit(Column column, Column key, Candidate second) {
    ValueSpelling.Key sort = Fit.sort(key);
    double inFirst = share(column, key);
    for (Column other : Fit.keys(second)) {
      boolean apart = key.profile().values().shareIn(other.profile().values()) == 0;
      double both = inFirst + share(column, other);
      if (Fit.sort(other) == sort && apart && inFirst > 0 && both > ENOUGH) {
        return Optional.of(new Fit(key, sort, Math.min(1, both), 5, true));
      }
    }
    return Optional.empty();
  }

  private static double share(Column column, Column key) {
    double plain = column.profile().values().shareIn(key.profile().values());
    double inside = column.profile().insides().shareIn(key.profile().values());
    double outside = column.profile().values().shareIn(key.profile().insides());
    return Math.max(plain, Math.max(inside, outside));
  }
}
