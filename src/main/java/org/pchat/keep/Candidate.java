package org.pchat.keep;

import java.time.Instant;
import java.util.List;

/**
 * What a policy has to know of a snapshot.
 *
 * @param id what it is called
 * @param time when it was made
 * @param tags what it is tagged with
 */
public record Candidate(String id, Instant time, List<String> tags) {
  /** Copies the tags. */
  public Candidate {
    tags = List.copyOf(tags);
  }

  /**
   * Returns whether it has all these tags. The empty tag stands for having none, and decides where
   * it stands, as with restic.
   */
  boolean has(List<String> wanted) {
    for (String tag : wanted) {
      if (tag.isEmpty() && tags.isEmpty()) {
        return true;
      }
      if (!tags.contains(tag)) {
        return false;
      }
    }
    return true;
  }
}
