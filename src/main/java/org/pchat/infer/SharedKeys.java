package org.pchat.infer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pchat.problem.InferenceProblem;

/** Refuses references by a key that two records share, and names both. */
final class SharedKeys {
  private static final int MOST_ROWS = 1 << 20;

  private final Reading reading;
  private final Rows rows;

  SharedKeys(Reading reading, Rows rows) {
    this.reading = reading;
    this.rows = rows;
  }

  /** Checks every reference that was found. */
  void check() throws IOException {
    for (Match match : reading.matches()) {
      for (Map.Entry<String, Edge> field : match.edges().entrySet()) {
        if (field.getValue().doubt() == Edge.Doubt.SHARED_KEY
            && Needs.isNeeded(match.kind(), field.getKey())) {
          refuse(match, Objects.requireNonNull(field.getValue().fit()).key());
        }
      }
    }
  }

  private void refuse(Match from, Column key) throws IOException {
    for (Match target : reading.matches()) {
      if (target.candidate().own().contains(key)) {
        List<String> two = twoOfOne(target, key);
        throw new Refusal(rows.archive())
            .of(
                InferenceProblem.TWO_OF_ONE_KEY,
                "the " + key + " of " + target.candidate(),
                two.get(0),
                two.get(1));
      }
    }
    throw new IllegalStateException("a key of no record: " + from.candidate());
  }

  /** Returns the first two records that share a key, in words. */
  private List<String> twoOfOne(Match target, Column key) throws IOException {
    List<Column> columns = new ArrayList<>();
    columns.add(key);
    for (String field : List.of("displayName", "name", "guid", "id", "uri")) {
      Edge edge = target.edge(field);
      if (edge != null && !edge.column().equals(key)) {
        columns.add(edge.column());
      }
    }
    Map<String, String> seen = new HashMap<>();
    List<String> two = new ArrayList<>();
    rows.read(
        target.candidate(),
        columns,
        values -> {
          String value = values[0];
          if (value == null || value.isBlank()) {
            return true;
          }
          String words = words(values);
          String before = seen.putIfAbsent(Profile.key(value), words);
          if (before != null) {
            two.add(before);
            two.add(words);
          }
          return two.isEmpty() && seen.size() < MOST_ROWS;
        });
    return two.isEmpty() ? List.of("one record", "another") : two;
  }

  private static String words(String[] values) {
    var words = new ArrayList<String>();
    for (String value : values) {
      if (value != null && !value.isBlank()) {
        words.add(value.strip());
      }
    }
    return String.join(" / ", words);
  }
}
