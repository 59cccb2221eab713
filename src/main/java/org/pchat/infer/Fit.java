package org.pchat.infer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pchat.layout.ValueSpelling;

/**
 * A column whose values are found among the keys of a candidate, tested over the whole archive.
 *
 * @param key the column of the candidate that holds the keys
 * @param by what sort of key it is
 * @param share the share of the different values that are found, 0 to 1
 * @param strength how unlikely that is by chance, in units of evidence
 * @param faithful whether each value means one record only
 */
record Fit(Column key, ValueSpelling.Key by, double share, double strength, boolean faithful) {
  private static final double ENOUGH = 0.9;
  private static final double MOST_REPEATED = 0.02;
  private static final int LONGEST_KEY = 256;

  /** Returns the best fit of a column to a candidate. */
  static Optional<Fit> of(Column column, Candidate target) {
    if (column.profile().count() == 0) {
      return Optional.empty();
    }
    List<Fit> fits = new ArrayList<>();
    for (Column key : keys(target)) {
      if (!key.isSame(column)) {
        inclusion(column, key).ifPresent(share -> fits.add(fit(column, target, key, share)));
      }
    }
    return fits.stream()
        .filter(fit -> fit.share() >= ENOUGH)
        .max(
            Comparator.comparingDouble(Fit::share)
                .thenComparing(Fit::faithful)
                .thenComparing(Fit::by, Comparator.reverseOrder()));
  }

  /** Returns the columns of a candidate that nearly always tell its records apart. */
  static List<Column> keys(Candidate candidate) {
    return candidate.own().stream()
        .filter(
            column -> {
              Profile p = column.profile();
              return p.longest() <= LONGEST_KEY
                  && p.count() >= candidate.count() * (1 - MOST_REPEATED)
                  && p.repeated() <= p.count() * MOST_REPEATED
                  && p.share(Shape.FLAG) < 1
                  && !isTime(p)
                  && p.share(Shape.RTF) == 0;
            })
        .toList();
  }

  /** Returns whether values are times, which tell records apart by chance. */
  private static boolean isTime(Profile p) {
    return p.share(Shape.TICKS)
            + p.share(Shape.ISO_ZONED)
            + p.share(Shape.ISO_LOCAL)
            + p.share(Shape.OTHER_DATE)
        > ENOUGH;
  }

  private static Optional<Double> inclusion(Column column, Column key) {
    Profile ours = column.profile();
    Profile theirs = key.profile();
    double share = ours.values().shareIn(theirs.values());
    if (ours.share(Shape.WITH_GUID) > ENOUGH && theirs.share(Shape.GUID) > ENOUGH) {
      share = Math.max(share, ours.insides().shareIn(theirs.values()));
    } else if (ours.share(Shape.GUID) > ENOUGH && theirs.share(Shape.WITH_GUID) > ENOUGH) {
      share = Math.max(share, ours.values().shareIn(theirs.insides()));
    }
    return share >= ENOUGH ? Optional.of(share) : Optional.empty();
  }

  private static Fit fit(Column column, Candidate target, Column key, double share) {
    return new Fit(
        key, sort(key), share, strength(column.profile(), key.profile()), target.isKey(key));
  }

  /** Returns what sort of key the values of a column are. */
  static ValueSpelling.Key sort(Column key) {
    Profile profile = key.profile();
    if (profile.share(Shape.GUID) > ENOUGH) {
      return ValueSpelling.Key.GUID;
    }
    if (profile.all(Shape.INTEGER)) {
      return ValueSpelling.Key.ID;
    }
    double addresses =
        profile.share(Shape.SIP)
            + profile.share(Shape.GROUP_URI)
            + profile.share(Shape.ROOM_URI)
            + profile.share(Shape.CATEGORY_URI);
    return addresses > ENOUGH ? ValueSpelling.Key.URI : ValueSpelling.Key.NAME;
  }

  /**
   * Returns how much an inclusion says. Most numbers are small, so keys that fill the numbers from
   * 0 on hold others by chance; GUIDs and addresses never do.
   */
  private static double strength(Profile ours, Profile theirs) {
    double each = 8;
    if (theirs.all(Shape.INTEGER)) {
      double range = (double) theirs.greatest() - Math.min(0, theirs.least()) + 1;
      each = -Math.log(Math.min(1, Math.max((double) theirs.distinct() / range, 1e-9)));
    }
    return Math.min(6, each * (0.4 + 0.2 * Math.log1p((double) ours.distinct())));
  }
}
