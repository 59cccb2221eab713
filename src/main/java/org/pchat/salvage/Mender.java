package org.pchat.salvage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.XmlProblem;

/**
 * Makes sound XML of a broken entry: every whole record stays, byte for byte, and what is broken is
 * left out and named.
 */
final class Mender {
  /*
   * The strict parser reads until it refuses; what it read up to the last whole record is taken over.
   * From there the next tag is looked for that can be trusted: the start of a record, or the end of
   * an element that is open. There the parser begins anew, with the start tags of the elements that
   * are open put before. So every record in the result went through the same parser as any other,
   * inside the same elements, and nothing is ever guessed about markup.
   *
   * Only a record whose markup is whole, and which holds characters that XML does not allow, is
   * changed to be saved; that is listed.
   */
  private static final int MOST_RESTARTS = 200_000;
  private static final long UNKNOWN = -1;
  private static final int LONGEST_RECORD = 16 << 20;

  private final Spool entry;
  private final boolean cut;
  private final FoundEncoding encoding;
  private final FootingSearch footings;
  private final StrictPass strict;
  private final boolean escapes;
  private final List<Gap> gaps = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private int restarts;

  /** Bytes of the entry that were left out, and why; up to -1 where nobody knows the end. */
  record Gap(long from, long to, String reason) {}

  /** Bytes of the entry that were changed. */
  record Change(long from, long to, String words, boolean exact) {}

  /** A place from which the parser went on. */
  private record Restart(long from, List<Open> open, StrictPass.Outcome outcome) {}

  /**
   * Takes an entry.
   *
   * @param cut whether there was more of it than there is
   * @param where the archive and entry
   * @param isRecord which elements may be records, by their local name
   * @param escapes whether the layout has a spelling for characters that XML cannot hold
   */
  Mender(Spool entry, boolean cut, Location where, Predicate<String> isRecord, boolean escapes)
      throws IOException {
    this.entry = entry;
    this.cut = cut;
    this.encoding = FoundEncoding.of(entry);
    this.footings = new FootingSearch(entry, encoding, isRecord);
    this.strict = new StrictPass(where, encoding, isRecord);
    this.escapes = escapes;
    if (encoding.remark() != null) {
      changes.add(new Change(0, 0, encoding.remark(), encoding.exact()));
    }
  }

  Charset charset() {
    return encoding.charset();
  }

  /** Returns what was left out, in order; call {@link #mend} first. */
  List<Gap> gaps() {
    return gaps;
  }

  /** Returns why the first bytes were left out. */
  String firstReason() {
    return gaps.isEmpty() ? "it cannot be read" : gaps.get(0).reason();
  }

  /** Returns what was changed, in order; call {@link #mend} first. */
  List<Change> changes() {
    return changes;
  }

  /** Writes what is sound; returns false if there is not even a root element. */
  boolean mend(Mended target) throws IOException {
    Footing root = footings.firstStart(encoding.start());
    if (root == null) {
      gaps.add(new Gap(0, entry.length(), "there is no element in it"));
      return false;
    }
    target.insert(encoding.declaration(), 0);
    Restart restart = start(root.offset(), List.of());
    if (restart.outcome().safe() == root.offset()) {
      gaps.add(new Gap(0, entry.length(), reason(restart.outcome().problem())));
      return false;
    }
    while (true) {
      StrictPass.Outcome outcome = restart.outcome();
      long safe = outcome.problem() == null ? entry.length() : outcome.safe();
      target.copy(restart.from(), safe);
      if (outcome.problem() == null || outcome.open().isEmpty()) {
        lose(safe, entry.length(), outcome.problem());
        return true;
      }
      Restart next = goOn(outcome, target);
      if (next == null) {
        return true;
      }
      restart = next;
    }
  }

  private Restart start(long from, List<Open> open) throws IOException {
    restarts++;
    return new Restart(from, open, strict.run(entry.from(from, Long.MAX_VALUE), from, open));
  }

  /** Finds where to go on behind a failure; null if that is nowhere. */
  private @Nullable Restart goOn(StrictPass.Outcome failed, Mended target) throws IOException {
    long lostFrom = failed.safe();
    List<Open> open = failed.open();
    Problem problem = failed.problem();
    Footing footing = footings.next(lostFrom, names(open));
    while (footing != null && restarts < MOST_RESTARTS) {
      List<Open> outer = outer(footing, open);
      if (outer != null) {
        Restart restart = start(footing.offset(), outer);
        if (restart.outcome().safe() > footing.offset()) {
          lose(lostFrom, footing.offset(), problem);
          target.close(open, outer.size(), footing.offset());
          return restart;
        }
        long end = footing.ends() ? -1 : repair(footing, open, outer, target);
        if (end >= 0) {
          lose(lostFrom, footing.offset(), problem);
          lostFrom = end;
          open = outer;
          restart = start(end, outer);
          problem = restart.outcome().problem();
          if (restart.outcome().safe() > end || restart.outcome().problem() == null) {
            return restart;
          }
        }
      }
      footing = footings.next(Math.max(footing.offset() + encoding.unit(), lostFrom), names(open));
    }
    lose(lostFrom, entry.length(), problem);
    target.close(open, 0, entry.length());
    return null;
  }

  private static Set<String> names(List<Open> open) {
    return open.stream().map(Open::name).collect(Collectors.toSet());
  }

  /**
   * Returns the elements that are open where reading goes on at {@code footing}; null if it cannot
   * be told, as for the messages of a room whose start tag is broken.
   */
  private @Nullable List<Open> outer(Footing footing, List<Open> open) {
    if (footing.ends()) {
      int depth = open.size();
      while (!open.get(depth - 1).name().equals(footing.name())) {
        depth--;
      }
      return open.subList(0, depth);
    }
    Set<String> parents = strict.parents(footing.name());
    for (int depth = open.size(); depth > 0; depth--) {
      if (parents.isEmpty() || parents.contains(open.get(depth - 1).name())) {
        return open.subList(0, depth);
      }
    }
    return null;
  }

  /** Returns the place behind the record that begins at {@code footing} if it could be repaired. */
  private long repair(Footing footing, List<Open> open, List<Open> outer, Mended target)
      throws IOException {
    long from = footing.offset();
    Footing behind = footings.nextRecord(from + encoding.unit());
    long limit = behind == null ? entry.length() : behind.offset();
    byte[] bytes = entry.bytes(from, Math.min(limit, from + LONGEST_RECORD));
    int length = RecordEnd.of(bytes, encoding, footing.qualifiedName());
    if (length < 0) {
      return -1;
    }
    var repair = new RecordRepair(escapes);
    String record = repair.repair(Arrays.copyOf(bytes, length), encoding.charset());
    if (!repair.hasChanged() || !isSound(record, outer)) {
      return -1;
    }
    target.close(open, outer.size(), from);
    target.insert(record, from);
    changes.add(new Change(from, from + length, repair.words(), repair.isExact()));
    return from + length;
  }

  private boolean isSound(String record, List<Open> outer) throws IOException {
    var text = new StringBuilder(record);
    for (int i = outer.size() - 1; i >= 0; i--) {
      text.append(outer.get(i).endTag());
    }
    byte[] bytes = text.toString().getBytes(encoding.charset());
    InputStream in = new ByteArrayInputStream(bytes);
    return strict.run(in, 0, outer).problem() == null;
  }

  private void lose(long from, long to, @Nullable Problem problem) throws IOException {
    boolean breaksOff =
        to == entry.length()
            && (cut || (problem != null && problem.code() == XmlProblem.TRUNCATED));
    if (breaksOff) {
      gaps.add(new Gap(from, UNKNOWN, reason(problem)));
    } else if (from < to && !isBlank(from, to)) {
      gaps.add(new Gap(from, to, reason(problem)));
    }
  }

  private boolean isBlank(long from, long to) throws IOException {
    int zero = encoding.charset().equals(StandardCharsets.UTF_8) ? ' ' : 0;
    try (InputStream in = entry.from(from, to)) {
      for (int b; (b = in.read()) >= 0; ) {
        if (b != ' ' && b != '\n' && b != '\r' && b != '\t' && b != zero) {
          return false;
        }
      }
      return true;
    }
  }

  private static String reason(@Nullable Problem problem) {
    return problem == null
        ? "it cannot be read"
        : problem.code().wording().formatted(problem.arguments().toArray());
  }
}
