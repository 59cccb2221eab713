package org.pchat.infer;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds columns that say the same in every record, so that it does not matter which of them is
 * read: a room in the entry's name and on its root, an author by GUID and by address.
 */
final class Twins {
  private static final int MOST_KEYS = 1 << 20;
  private static final double MOST = 0.9;

  private final Reading reading;
  private final Rows rows;

  Twins(Reading reading, Rows rows) {
    this.reading = reading;
    this.rows = rows;
  }

  /** Returns whether two columns that may be one field say the same in every record. */
  boolean areSame(Match match, Edge edge, Edge rival) throws IOException {
    Map<Long, Long> keys = new HashMap<>();
    Fit fit = edge.fit();
    Fit other = rival.fit();
    boolean translated = fit != null && other != null && !fit.key().isSame(other.key());
    if (translated && !translate(Objects.requireNonNull(fit).key(), rival, keys)) {
      return false;
    }
    boolean[] same = {true};
    rows.read(
        match.candidate(),
        List.of(edge.column(), rival.column()),
        values -> {
          Long ours = hash(edge.column(), values[0]);
          Long theirs = hash(rival.column(), values[1]);
          same[0] = Objects.equals(translated && ours != null ? keys.get(ours) : ours, theirs);
          return same[0];
        });
    return same[0];
  }

  /** Learns which value of the rival's key belongs to each value of a key. */
  private boolean translate(Column key, Edge rival, Map<Long, Long> keys) throws IOException {
    Column other = Objects.requireNonNull(rival.fit()).key();
    for (Match target : reading.matches()) {
      List<Column> own = target.candidate().own();
      if (own.contains(key) && own.contains(other) && target.candidate().count() < MOST_KEYS) {
        rows.read(
            target.candidate(),
            List.of(key, other),
            values -> {
              Long from = hash(key, values[0]);
              Long to = hash(other, values[1]);
              if (from != null && to != null) {
                keys.put(from, to);
              }
              return true;
            });
      }
    }
    return !keys.isEmpty();
  }

  private static @Nullable Long hash(Column column, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    if (column.profile().share(Shape.WITH_GUID) > MOST) {
      return Shapes.Guids.inside(value)
          .map(Profile::hash)
          .orElseGet(() -> ValueSet.hash(Profile.key(value)));
    }
    return ValueSet.hash(Profile.key(value));
  }
}
