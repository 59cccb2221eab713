package org.pchat.infer;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.pchat.model.Kind;

/**
 * Finds what would stay unread although it looks like records of a kind that is read: alerts beside
 * messages, secret rooms beside open ones. To leave them out would be to lose them.
 */
final class Leftovers {
  private static final double COPIED = 0.98;
  private static final double MOST_OF_ITS_OWN = 0.8;
  private static final double MUCH_OF_THE_OTHER = 0.6;
  private static final int FEWEST = 3;

  private final Reading reading;
  private final Targets targets;

  Leftovers(Reading reading, Targets targets) {
    this.reading = reading;
    this.targets = targets;
  }

  /** Returns the records that an unread candidate may be more of; nothing if it is none. */
  Optional<Match> more(Candidate unread) {
    return reading.matches().stream()
        .filter(read -> !read.candidate().contains(unread))
        .filter(read -> isBuiltAlike(unread, read.candidate()) || isComplete(unread, read))
        .filter(read -> !isCopy(unread, read))
        .findFirst();
  }

  private static boolean isBuiltAlike(Candidate unread, Candidate read) {
    Set<String> ours = names(unread);
    Set<String> theirs = names(read);
    var shared = new HashSet<>(ours);
    shared.retainAll(theirs);
    return shared.size() >= FEWEST
        && shared.size() >= MOST_OF_ITS_OWN * ours.size()
        && shared.size() >= MUCH_OF_THE_OTHER * theirs.size();
  }

  private static Set<String> names(Candidate candidate) {
    Set<String> names = new HashSet<>();
    for (Column column : candidate.own()) {
      if (column.profile().count() > 0) {
        names.add(column.toString());
      }
    }
    return names;
  }

  /** Returns whether messages, or rooms of a category, are complete. */
  private boolean isComplete(Candidate unread, Match read) {
    boolean message = read.kind() == Kind.MESSAGE;
    if (!message && !(read.kind() == Kind.ROOM && read.has("category"))) {
      return false;
    }
    Match match = Match.of(read.kind(), unread, targets);
    return match.missing().isEmpty() && (message || match.has("category"));
  }

  /** Returns whether what tells records apart is all among the records that are read. */
  private boolean isCopy(Candidate unread, Match read) {
    if (read.kind() == Kind.MESSAGE) {
      Edge known = Objects.requireNonNull(read.edge("sent"));
      Edge sent = Match.of(Kind.MESSAGE, unread, targets).edge("sent");
      return sent != null && isAmong(sent.column(), known.column());
    }
    List<Column> keys = Fit.keys(read.candidate());
    return unread.own().stream()
        .filter(column -> column.profile().distinct() >= unread.count())
        .anyMatch(column -> keys.stream().anyMatch(key -> isAmong(column, key)));
  }

  private static boolean isAmong(Column column, Column key) {
    return column.profile().values().shareIn(key.profile().values()) > COPIED;
  }
}
