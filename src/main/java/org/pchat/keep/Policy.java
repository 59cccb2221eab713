package org.pchat.keep;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which snapshots are kept: the {@code --keep-…} of restic 0.14, whose decisions and reasons these
 * are. Policies are values; the methods that add a rule return a new one.
 */
public final class Policy {
  /** Keeps what its other rules say, of which there are none yet. */
  public static final Policy EMPTY =
      new Policy(new EnumMap<>(Period.class), new EnumMap<>(Period.class), List.of());

  private final Map<Period, Integer> counts;
  private final Map<Period, Span> spans;
  private final List<List<String>> tagLists;

  private Policy(
      Map<Period, Integer> counts, Map<Period, Span> spans, List<List<String>> tagLists) {
    this.counts = counts;
    this.spans = spans;
    this.tagLists = tagLists;
  }

  /**
   * Keeps the newest snapshot of each of the last {@code count} stretches that have any.
   *
   * @param count 0 for no such rule
   * @throws IllegalArgumentException if it is negative; the message is for the user
   */
  public Policy keep(Period period, int count) {
    if (count < 0) {
      throw new IllegalArgumentException(
          "--keep-%s %d is less than nothing; give how many are to be kept"
              .formatted(period.word(), count));
    }
    Map<Period, Integer> more = new EnumMap<>(counts);
    more.put(period, count);
    return new Policy(more, spans, tagLists);
  }

  /**
   * Keeps the newest snapshot of each stretch that is younger than {@code span}, counted from the
   * newest snapshot that is not of the future.
   */
  public Policy keepWithin(Period period, Span span) {
    Map<Period, Span> more = new EnumMap<>(spans);
    more.put(period, span);
    return new Policy(counts, more, tagLists);
  }

  /**
   * Keeps the snapshots that have all of these tags.
   *
   * @param tags separated by commas, blanks around them not counted
   */
  public Policy keepTagged(String tags) {
    List<String> list = Stream.of(tags.split(",", -1)).map(String::strip).toList();
    return new Policy(counts, spans, Stream.concat(tagLists.stream(), Stream.of(list)).toList());
  }

  /** Returns whether there is no rule at all. */
  public boolean isEmpty() {
    return tagLists.isEmpty()
        && counts.values().stream().allMatch(count -> count == 0)
        && spans.values().stream().allMatch(Span::isZero);
  }

  /**
   * Decides over snapshots. An empty policy keeps all.
   *
   * @param snapshots in any order; of several of one time the first counts as the newest
   * @param now what is later than this is of the future
   * @param zone whose calendar is meant
   * @return the newest first
   */
  public List<Decision> decide(List<Candidate> snapshots, Instant now, ZoneId zone) {
    List<Candidate> newestFirst =
        snapshots.stream().sorted(Comparator.comparing(Candidate::time).reversed()).toList();
    if (isEmpty()) {
      return newestFirst.stream()
          .map(each -> new Decision(each, List.of("policy is empty")))
          .toList();
    }
    Optional<Instant> latest =
        newestFirst.stream().map(Candidate::time).filter(time -> time.isBefore(now)).findFirst();
    var counter = new Counter(this, latest, zone);
    List<Decision> decisions = new ArrayList<>();
    for (Candidate each : newestFirst) {
      decisions.add(new Decision(each, counter.reasons(each)));
    }
    return decisions;
  }

  int count(Period period) {
    return counts.getOrDefault(period, 0);
  }

  Span span(Period period) {
    return spans.getOrDefault(period, Span.ZERO);
  }

  List<List<String>> tagLists() {
    return tagLists;
  }
}
