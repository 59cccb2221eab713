package org.pchat.zip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Watch;
import org.pchat.problem.Problem;
import org.pchat.problem.ZipProblem;
import org.pchat.zip.TornStream.End;

/** Finds the entries of a damaged ZIP file and unpacks each once to see what is left of it. */
final class Survey {
  /*
   * A ZIP file says everything about an entry twice, in its directory and before the entry. Here
   * that is luck: each statement is tried until one gives content whose CRC-32 is one of those
   * stated. Content that does has come through, whatever else is wrong. Content that does not may be
   * wrong anywhere, also long before the place at which a decoder stumbles, so nothing of it is
   * called sound. Only where the file itself ends too early is its beginning known to be good.
   *
   * Headers that stand inside the data of an entry belong to a ZIP file within it, not to this one.
   */
  private final ArchiveFile file;
  private final Limits limits;
  private final Watch watch;
  private final Signatures signatures;
  private final NavigableMap<Long, List<Claim>> claims = new TreeMap<>();
  private long unpacked;

  private Survey(ArchiveFile file, Limits limits, Watch watch) throws IOException {
    this.file = file;
    this.limits = limits;
    this.watch = watch;
    this.signatures = Signatures.of(file, limits, watch);
  }

  /**
   * What is found.
   *
   * @param fragments the entries, in the order in which they stand in the file
   * @param endsEarly whether the file has no directory, so that more may have followed
   */
  record Findings(List<Fragment> fragments, boolean endsEarly) {}

  /** Looks through a file. */
  static Findings of(ArchiveFile file, Limits limits, Watch watch) throws IOException {
    var survey = new Survey(file, limits, watch);
    survey.gather();
    return new Findings(survey.fragments(), survey.endsEarly());
  }

  private boolean endsEarly() {
    return !signatures.hasEnd() && signatures.centrals().isEmpty();
  }

  private void gather() throws IOException {
    long lastLocal = signatures.locals().stream().mapToLong(Long::longValue).max().orElse(-1);
    Set<Long> locals = new HashSet<>(signatures.locals());
    List<Claim> misplaced = new ArrayList<>();
    for (long at : signatures.centrals()) {
      Claim claim = at > lastLocal ? Claim.central(file, at, limits) : null;
      if (claim != null) {
        claims.computeIfAbsent(claim.localOffset(), any -> new ArrayList<>()).add(claim);
        if (!locals.contains(claim.localOffset())) {
          misplaced.add(claim);
        }
      }
    }
    for (long at : signatures.locals()) {
      Claim claim = Claim.local(file, at, limits);
      if (claim != null) {
        claims.computeIfAbsent(at, any -> new ArrayList<>()).add(claim);
        misplaced.stream()
            .filter(other -> other.name().equals(claim.name()))
            .forEach(other -> move(other, claim));
      }
    }
  }

  /** A header of the directory that points nowhere belongs to the entry of the same name. */
  private void move(Claim central, Claim local) {
    Objects.requireNonNull(claims.get(local.localOffset())).add(0, central.movedTo(local));
    List<Claim> left = Objects.requireNonNull(claims.get(central.localOffset()));
    left.remove(central);
    if (left.isEmpty()) {
      claims.remove(central.localOffset());
    }
  }

  private List<Fragment> fragments() throws IOException {
    List<Fragment> fragments = new ArrayList<>();
    long covered = 0;
    for (Map.Entry<Long, List<Claim>> place : claims.entrySet()) {
      if (place.getKey() < covered || place.getValue().stream().allMatch(Claim::isDirectory)) {
        continue;
      }
      Fragment fragment = examine(place.getKey(), place.getValue());
      fragments.add(fragment);
      covered = Math.max(covered, covered(fragment, place.getValue()));
    }
    return fragments;
  }

  /** Returns up to where headers belong to the entry itself. */
  private static long covered(Fragment fragment, List<Claim> claims) {
    if (fragment.condition() == Condition.SOUND) {
      return fragment.end();
    }
    Claim first = claims.get(0);
    boolean agreed =
        claims.size() > 1 && claims.stream().allMatch(c -> c.packed() == first.packed());
    return agreed ? first.dataOffset() + first.packed() : 0;
  }

  private Fragment examine(long offset, List<Claim> said) throws IOException {
    Attempt best = null;
    for (Place place : places(offset, said)) {
      Attempt attempt = attempt(place, said.get(0).name());
      Optional<Claim> proof = said.stream().filter(claim -> proves(claim, attempt)).findFirst();
      if (proof.isPresent() || isDescribed(attempt)) {
        return fragment(offset, said, Condition.SOUND, null, attempt);
      }
      best = best == null ? attempt : best;
    }
    if (best == null) {
      return fragment(offset, said, Condition.UNREADABLE, unreadable(said.get(0)), Attempt.NONE);
    }
    boolean cut = isCut(offset, best);
    var problem = cut ? problem(said.get(0), ZipProblem.TRUNCATED) : damage(said.get(0), best);
    return fragment(offset, said, cut ? Condition.CUT : Condition.DOUBTFUL, problem, best);
  }

  private Fragment fragment(
      long offset,
      List<Claim> said,
      Condition condition,
      @Nullable Problem problem,
      Attempt attempt) {
    unpacked += attempt.bytes();
    var names = said.stream().map(Claim::name).distinct().toList();
    return new Fragment(names, offset, condition, problem, attempt);
  }

  private Attempt attempt(Place place, String name) throws IOException {
    long most = limits.maxUnpacked() - unpacked;
    try (TornStream content = place.open(file, name, watch)) {
      Attempt attempt = Attempt.of(content, place, most);
      if (attempt.bytes() > most) {
        throw file.faults().tooMuch(name, ZipProblem.TOO_LARGE, limits.maxUnpacked());
      }
      return attempt;
    }
  }

  /** Returns where the data may stand, the most credible place first. */
  private List<Place> places(long offset, List<Claim> said) {
    Long next = claims.higherKey(offset);
    Stream<Place> asStated = said.stream().flatMap(this::stated);
    Stream<Place> toItsOwnEnd = said.stream().flatMap(this::openEnded);
    Stream<Place> beforeTheNext =
        next == null ? Stream.empty() : said.stream().flatMap(claim -> before(claim, next));
    return Stream.of(asStated, toItsOwnEnd, beforeTheNext).flatMap(p -> p).distinct().toList();
  }

  private Stream<Place> stated(Claim claim) {
    return claim.isSized()
        ? claim.readable().stream().map(m -> place(m, claim.dataOffset(), claim))
        : Stream.empty();
  }

  private Place place(Method method, long start, Claim claim) {
    long available = file.length() - start;
    boolean whole = claim.packed() <= available;
    return new Place(method, start, Math.min(claim.packed(), available), whole, claim.size());
  }

  /** A deflate stream knows its end; that of a stored entry is told by what follows it. */
  private Stream<Place> openEnded(Claim claim) {
    long start = claim.dataOffset();
    long available = file.length() - start;
    Optional<Method> method = claim.readable();
    if (method.isEmpty() || method.get() == Method.DEFLATE64) {
      return Stream.empty();
    }
    var toTheEnd =
        new Place(method.get(), start, available, false, claim.isSized() ? claim.size() : -1);
    if (method.get() == Method.DEFLATED) {
      return Stream.of(toTheEnd);
    }
    Stream<Place> toDescriptors =
        signatures.descriptors().stream()
            .filter(at -> at >= start && !claim.isSized())
            .map(at -> new Place(Method.STORED, start, at - start, true, at - start));
    return Stream.concat(toDescriptors, claim.isSized() ? Stream.empty() : Stream.of(toTheEnd));
  }

  private Stream<Place> before(Claim claim, long next) {
    long start = next - claim.packed();
    return claim.isSized() && start > claim.localOffset() && !claim.flags().descriptor()
        ? claim.readable().stream().map(m -> place(m, start, claim))
        : Stream.empty();
  }

  private static boolean proves(Claim claim, Attempt attempt) {
    boolean statesCrc = !claim.flags().descriptor() || claim.crc() != 0;
    return attempt.isFinished()
        && statesCrc
        && claim.crc() == attempt.crc()
        && (attempt.bytes() > 0 || claim.size() == 0);
  }

  /** Returns whether a data descriptor behind the data says what was found. */
  private boolean isDescribed(Attempt attempt) throws IOException {
    long available = file.length() - attempt.end();
    return attempt.isFinished()
        && available >= Descriptor.SHORTEST
        && Descriptor.describes(
            file.read(attempt.end(), (int) Math.min(available, Descriptor.LONGEST)), attempt);
  }

  /** Returns whether it is the end of the file that is missing, not something in the middle. */
  private boolean isCut(long offset, Attempt attempt) {
    return attempt.how() == End.RAN_OUT
        && attempt.end() == file.length()
        && endsEarly()
        && claims.higherKey(offset) == null;
  }

  private Problem damage(Claim claim, Attempt attempt) {
    return switch (attempt.how()) {
      case FINISHED ->
          problem(
              claim,
              ZipProblem.CRC_WRONG,
              String.format("%08x", claim.crc()),
              String.format("%08x", attempt.crc()));
      case BROKEN -> problem(claim, ZipProblem.DEFLATE_BROKEN, attempt.reason());
      case RAN_OUT, OPEN -> problem(claim, ZipProblem.DEFLATE_BROKEN, "it is cut short");
    };
  }

  private Problem unreadable(Claim claim) {
    return claim.flags().encrypted() || claim.method() == Method.ENCRYPTED
        ? problem(claim, ZipProblem.ENCRYPTED)
        : problem(claim, ZipProblem.METHOD_UNKNOWN, Method.describe(claim.method()));
  }

  private Problem problem(Claim claim, ZipProblem code, Object... arguments) {
    return file.faults().problem(claim.name(), code, arguments);
  }
}
