package org.pchat.infer;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.pchat.layout.ValueSpelling;

/**
 * What in a reading is particular to Persistent Chat. Other products have people, rooms and
 * messages too; an export of theirs must not be taken for one of this.
 */
final class Signature {
  /** How much of it an archive needs. */
  static final int NEEDED = 4;

  private static final double MOST = 0.9;
  private static final int ENOUGH_PUBLISHED = 6;

  private static final Set<String> WORDS =
      Set.of("auditorium", "scope", "scoped", "secret", "voiced", "presenter");

  private Signature() {}

  /**
   * Returns how much of a reading is particular to Persistent Chat: nothing where only its
   * structure is, since others have categories, members and GUIDs, too.
   */
  static int of(Reading reading) {
    boolean ticks = reading.messages().stream().anyMatch(Signature::hasTicks);
    boolean named = published(reading.matches()) >= ENOUGH_PUBLISHED;
    int addresses = 0;
    for (Match match : reading.matches()) {
      Edge uri = match.edge("uri");
      addresses += uri != null && isProductAddress(uri.column().profile()) ? 3 : 0;
    }
    boolean own =
        ticks || named || addresses > 0 || reading.matches().stream().anyMatch(Signature::hasWords);
    return own ? addresses + (ticks ? 2 : 0) + (named ? 3 : 0) + structure(reading) : 0;
  }

  /** Returns whether rooms or roles are called as only this product calls them. */
  private static boolean hasWords(Match match) {
    for (String field : List.of("behavior", "visibility", "role")) {
      Edge edge = match.edge(field);
      if (edge != null
          && edge.column().profile().words().keySet().stream()
              .anyMatch(word -> WORDS.contains(word.toLowerCase(Locale.ROOT)))) {
        return true;
      }
    }
    return false;
  }

  private static int structure(Reading reading) {
    int points = 0;
    points += reading.categories() != null ? 2 : 0;
    points += reading.rooms().has("guid") ? 1 : 0;
    points += reading.rooms().has("addIn") ? 1 : 0;
    points += reading.permissions().isEmpty() ? 0 : 2;
    points += reading.messages().stream().anyMatch(m -> m.has("rtf")) ? 1 : 0;
    points += refersByGuid(reading) ? 1 : 0;
    return points;
  }

  private static boolean isProductAddress(Profile profile) {
    return profile.share(Shape.SIP) + profile.share(Shape.GROUP_URI) > MOST
        || profile.share(Shape.ROOM_URI) + profile.share(Shape.CATEGORY_URI) > MOST;
  }

  private static int published(List<Match> matches) {
    Set<String> seen = new HashSet<>();
    for (Match match : matches) {
      for (Edge edge : match.edges().values()) {
        String name = Terms.joined(edge.column().name());
        if (edge.name() == Naming.PUBLISHED && name.equals(edge.spec().published())) {
          seen.add(name);
        }
      }
    }
    // Words such as "name" are no sign; the published columns carry their table's prefix.
    seen.removeIf(name -> !name.matches("(prin|node|chat|siop|scope|channel|user|last|is).{2,}"));
    return seen.size();
  }

  private static boolean hasTicks(Match messages) {
    Edge sent = messages.edge("sent");
    return sent != null && sent.column().profile().share(Shape.TICKS) > MOST;
  }

  private static boolean refersByGuid(Reading reading) {
    return reading.messages().stream()
        .map(m -> m.edge("author"))
        .filter(Objects::nonNull)
        .anyMatch(edge -> edge.fit() != null && edge.fit().by() == ValueSpelling.Key.GUID);
  }
}
