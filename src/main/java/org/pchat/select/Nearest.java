package org.pchat.select;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names that look most like a pattern, of any number that are offered. */
public final class Nearest {
  private static final int KEPT = 3;

  private final String wanted;
  private final int farthest;
  private final List<Near> near = new ArrayList<>();

  private record Near(int distance, String label) {
    static final Comparator<Near> ORDER =
        Comparator.comparingInt(Near::distance).thenComparing(Near::label);
  }

  Nearest(NamePattern pattern) {
    wanted = pattern.folded();
    farthest = 1 + wanted.length() / 3;
  }

  /** Returns those of {@code names} that look most like {@code wanted}, the nearest first. */
  public static List<String> to(String wanted, Collection<String> names) {
    int farthest = 1 + wanted.length() / 3;
    String upper = wanted.toUpperCase(Locale.ROOT);
    return names.stream()
        .map(name -> new Near(editDistance(name.toUpperCase(Locale.ROOT), upper), name))
        .filter(near -> near.distance() <= farthest)
        .sorted(Near.ORDER)
        .limit(KEPT)
        .map(Near::label)
        .toList();
  }

  void offer(Candidate candidate) {
    int distance =
        candidate.spellings(wanted).mapToInt(this::distance).min().orElse(Integer.MAX_VALUE);
    var found = new Near(distance, candidate.label());
    if (distance > farthest || near.contains(found)) {
      return;
    }
    near.add(found);
    near.sort(Near.ORDER);
    if (near.size() > KEPT) {
      near.remove(KEPT);
    }
  }

  List<String> labels() {
    return near.stream().map(Near::label).toList();
  }

  /** Returns the edit distance; 0 for a name that holds what was wanted. */
  private int distance(String name) {
    if (name.contains(wanted)) {
      return 0;
    }
    // Names of another length cannot be near, and measuring a very long one would take long.
    return Math.abs(name.length() - wanted.length()) > farthest
        ? Integer.MAX_VALUE
        : editDistance(name, wanted);
  }

  /**
   * Returns how many characters must be put in, left out or replaced to turn one into the other.
   */
  static int editDistance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
