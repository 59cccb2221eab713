package org.pchat.restore;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Why something that has a GUID is in a package, and where it comes from. */
final class Because {
  private final Map<Cause, Integer> counts = new EnumMap<>(Cause.class);
  private Origin origin = Origin.NOWHERE;

  /** A way in which records need another. */
  enum Cause {
    CHOSEN("it was chosen", "it was chosen"),
    AUTHOR("author of %,d message", "author of %,d messages"),
    MESSAGES("room of %,d message", "room of %,d messages"),
    HOLDER("holds %,d role", "holds %,d roles"),
    SCOPED("in %,d scope", "in %,d scopes"),
    NODE("bears %,d permission", "bears %,d permissions"),
    PARENT("above %,d room or category", "above %,d rooms or categories"),
    ADD_IN("add-in of %,d room", "add-in of %,d rooms"),
    EDITOR("added or changed %,d record", "added or changed %,d records");

    private final String one;
    private final String many;

    Cause(String one, String many) {
      this.one = one;
      this.many = many;
    }
  }

  void count(Cause cause) {
    counts.merge(cause, 1, Integer::sum);
  }

  /** Returns whether more than notes about editing refer to it. */
  boolean isVital() {
    return counts.keySet().stream().anyMatch(cause -> cause != Cause.EDITOR);
  }

  Origin origin() {
    return origin;
  }

  void setOrigin(Origin found) {
    origin = found;
  }

  /** Returns the reasons, as a list of clauses. */
  String words() {
    List<String> clauses = new ArrayList<>();
    counts.forEach(
        (cause, count) ->
            clauses.add(String.format(Locale.ROOT, count == 1 ? cause.one : cause.many, count)));
    return String.join(", ", clauses);
  }
}
