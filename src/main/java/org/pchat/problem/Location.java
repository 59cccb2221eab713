package org.pchat.problem;

import org.jspecify.annotations.Nullable;

/**
 * A place inside a source.
 *
 * @param archive the file or address as the user gave it, or null when it is plain from the context
 * @param entry the entry of the archive, or null for the source as a whole
 * @param line the line, counted from 1; 0 when unknown
 * @param column the column in UTF-16 units, counted from 1; 0 when unknown
 */
public record Location(@Nullable String archive, @Nullable String entry, long line, long column) {
  /** Nowhere in particular. */
  public static final Location NONE = new Location(null, null, 0, 0);

  /** Returns the place that is the whole of {@code archive}. */
  public static Location of(String archive) {
    return new Location(archive, null, 0, 0);
  }

  /** Returns the place that is the whole of {@code entry} of {@code archive}. */
  public static Location of(@Nullable String archive, @Nullable String entry) {
    return new Location(archive, entry, 0, 0);
  }

  /** Returns the same place at a line and column. */
  public Location at(long newLine, long newColumn) {
    return new Location(archive, entry, newLine, newColumn);
  }

  /**
   * Returns {@code archive: entry:line:column}, leaving out what is unknown; empty for {@link
   * #NONE}.
   */
  @Override
  public String toString() {
    var text = new StringBuilder();
    if (archive != null) {
      text.append(archive);
    }
    if (entry != null) {
      text.append(text.isEmpty() ? "" : ": ").append(entry);
      if (line > 0) {
        text.append(':').append(line);
        if (column > 0) {
          text.append(':').append(column);
        }
      }
    }
    return text.toString();
  }
}
