package org.pchat.select;

import java.util.List;
import java.util.stream.Collectors;

/** Patterns of a selection that nothing in the source matches. */
public final class UnknownNameException extends SelectionException {
  private static final long serialVersionUID = 1L;

  private final transient List<Unknown> unknown;

  /**
   * A pattern without a hit.
   *
   * @param subject what was looked for
   * @param pattern what the user typed
   * @param nearest names in the source that look like it, nearest first; at most three
   */
  public record Unknown(Subject subject, String pattern, List<String> nearest) {
    /** Copies the names. */
    public Unknown {
      nearest = List.copyOf(nearest);
    }

    /** Returns what is missing and what to try, in one clause. */
    @Override
    public String toString() {
      String missing = "no " + subject.word() + " matches \"" + pattern + "\"";
      return nearest.isEmpty()
          ? missing + "; `pchat list " + subject.list() + "` shows the names"
          : missing
              + nearest.stream().collect(Collectors.joining("\", \"", "; did you mean \"", "\"?"));
    }
  }

  /** Refuses because of these patterns; at least one. */
  public UnknownNameException(List<Unknown> unknown) {
    super(unknown.stream().map(Unknown::toString).collect(Collectors.joining("; ")));
    this.unknown = List.copyOf(unknown);
  }

  /** Returns the patterns without a hit, in the order in which they were typed. */
  public List<Unknown> unknown() {
    return unknown;
  }
}
