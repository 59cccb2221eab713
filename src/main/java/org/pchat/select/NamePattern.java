package org.pchat.select;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;

/** What the user typed to name rooms, categories or authors. */
final class NamePattern {
  /** How a pattern fits, from the closest on; a closer fit makes the others void. */
  enum Fit {
    IDENTITY,
    NAME,
    GLOB,
    NONE
  }

  private final String text;
  private final String folded;
  private final String uri;
  private final @Nullable Guid guid;
  private final @Nullable Glob glob;

  NamePattern(String text) {
    this.text = text;
    this.folded = Candidate.fold(text);
    this.uri = Candidate.normalUri(text);
    this.guid = guid(text).orElse(null);
    this.glob = Glob.isGlob(text) ? new Glob(folded) : null;
  }

  /** Returns the GUID that is the text, or the end of a room's or category's address. */
  private static Optional<Guid> guid(String text) {
    boolean address = text.startsWith("ma-chan://") || text.startsWith("ma-cat://");
    return Guid.tryParse(address ? text.substring(text.lastIndexOf('/') + 1) : text);
  }

  String text() {
    return text;
  }

  String folded() {
    return folded;
  }

  Fit fit(Candidate candidate) {
    if ((guid != null && guid.equals(candidate.guid())) || uri.equals(candidate.uri())) {
      return Fit.IDENTITY;
    }
    if (candidate.names().contains(folded)) {
      return Fit.NAME;
    }
    return glob != null && candidate.spellings(folded).anyMatch(glob::matches)
        ? Fit.GLOB
        : Fit.NONE;
  }
}
