package org.pchat.select;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;
import org.pchat.select.NamePattern.Fit;

/** The closest hits of one pattern among the candidates met so far. */
final class PatternHits {
  private final NamePattern pattern;
  private final Set<Guid> guids = new HashSet<>();
  private final Set<String> raw = new HashSet<>();
  private final List<Resolution.Hit> named = new ArrayList<>();
  private Fit closest = Fit.NONE;

  PatternHits(NamePattern pattern) {
    this.pattern = pattern;
  }

  void offer(Candidate candidate) {
    Fit fit = pattern.fit(candidate);
    if (fit == Fit.NONE || fit.compareTo(closest) > 0) {
      return;
    }
    if (fit != closest) {
      guids.clear();
      raw.clear();
      named.clear();
      closest = fit;
    }
    if (isNew(candidate) && named.size() < Resolution.NAMED) {
      named.add(new Resolution.Hit(candidate.guid(), candidate.label()));
    }
  }

  private boolean isNew(Candidate candidate) {
    @Nullable Guid guid = candidate.guid();
    return guid != null ? guids.add(guid) : raw.add(candidate.label());
  }

  boolean isEmpty() {
    return closest == Fit.NONE;
  }

  NamePattern pattern() {
    return pattern;
  }

  /** Returns the hits that have an identity. */
  Set<Guid> guids() {
    return guids;
  }

  Resolution resolution(Subject subject) {
    return new Resolution(subject, pattern.text(), (long) guids.size() + raw.size(), named);
  }

  UnknownNameException.Unknown unknown(Subject subject, List<String> nearest) {
    return new UnknownNameException.Unknown(subject, pattern.text(), nearest);
  }
}
