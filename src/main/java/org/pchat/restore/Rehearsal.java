package org.pchat.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pchat.database.DatabaseAddress;
import org.pchat.database.ImportJob;
import org.pchat.database.ImportOutcome;
import org.pchat.database.ImportRules;
import org.pchat.diff.Act;
import org.pchat.diff.Counts;
import org.pchat.diff.Diff;
import org.pchat.diff.DiffRequest;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Login;
import org.pchat.model.Room;
import org.pchat.model.Watch;
import org.pchat.order.SortedSource;
import org.pchat.problem.DatabaseProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.RestoreProblem;
import org.pchat.spill.SortSpace;

/**
 * Tries an import in a scratch pool, under every combination of what nobody publishes about the
 * importer, and says what it would do.
 *
 * <p>The scratch pool holds all of the target but for the messages of rooms that the package cannot
 * touch. It lies in a temporary folder and is gone afterwards; the target is only read.
 */
public final class Rehearsal {
  private static final int NAMED = 5;

  private final Request request;
  private final ChatSource source;
  private final ChatSource target;
  private final List<Trial> trials = new ArrayList<>();
  private final Map<String, Counts> changes = new LinkedHashMap<>();
  private final Map<Act, Long> acts = new EnumMap<>(Act.class);
  private @Nullable Imprint first;

  /**
   * What is to be tried.
   *
   * @param source the package
   * @param target where it is to go
   * @param directory who is in the directory; null if nobody said
   * @param pool the full name of the pool, for cmdlets; null if unknown
   * @param now the present, to tell the age of the target by
   * @param watch stops the job
   */
  public record Request(
      ChatSource source,
      ChatSource target,
      @Nullable DirectoryList directory,
      @Nullable String pool,
      Instant now,
      Watch watch) {}

  /**
   * What came of it.
   *
   * @param verdict what to expect of the import
   * @param conflicts what stands against it
   * @param missing what the package refers to and does not hold, in sentences
   * @param assumptions on what it depends, in sentences
   * @param trials what each way to import does, the likeliest first
   * @param changes what differs between the target and the likeliest result, by kind
   * @param acts the same by kind of act
   * @param repairs what an import is known to lose
   * @param age how old the target is, in words
   */
  public record Result(
      Verdict verdict,
      List<Problem> conflicts,
      List<String> missing,
      List<String> assumptions,
      List<Trial> trials,
      Map<String, Counts> changes,
      Map<Act, Long> acts,
      Repairs repairs,
      String age) {}

  private Rehearsal(Request request) {
    this.request = request;
    this.source = sorted(request.source());
    this.target = sorted(request.target());
  }

  private ChatSource sorted(ChatSource any) {
    return SortedSource.of(any, request.watch(), SortSpace.defaults());
  }

  /** Tries the import; neither the package nor the target is changed. */
  public static Result run(Request request) throws IOException {
    return new Rehearsal(request).run();
  }

  private Result run() throws IOException {
    List<String> missing = References.missing(source, target);
    var conflicts = new Conflicts(source, target, request.directory());
    conflicts.find();
    Path folder = Files.createTempDirectory("pchat-rehearsal");
    try {
      tryAll(folder);
    } finally {
      remove(folder);
    }
    List<Problem> found = new ArrayList<>(conflicts.found());
    notImported(found);
    List<String> assumptions = new ArrayList<>(conflicts.assumptions());
    assumptions(assumptions);
    return new Result(
        verdict(missing, found),
        found,
        missing,
        assumptions,
        List.copyOf(trials),
        changes,
        acts,
        Repairs.of(source, request.pool()),
        RestoreWords.age(request.target(), request.now()));
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }

  private void tryAll(Path folder) throws IOException {
    DatabaseAddress scratch =
        DatabaseAddress.parse("jdbc:h2:" + folder.resolve("scratch").toAbsolutePath());
    var affected = new AffectedSource(target, source);
    var copied = new ImportJob(scratch, Login.NONE, ImportRules.DEFAULT, request.watch());
    ImportOutcome unused = copied.run(affected);
    for (ImportRules.Match match : ImportRules.Match.values()) {
      for (ImportRules.Numbering numbers : ImportRules.Numbering.values()) {
        for (ImportRules.Content content : ImportRules.Content.values()) {
          attempt(scratch, affected, new ImportRules(match, numbers, content));
        }
      }
    }
  }

  private void attempt(DatabaseAddress scratch, ChatSource before, ImportRules rules)
      throws IOException {
    var job = new ImportJob(scratch, Login.NONE, rules, request.watch());
    ImportOutcome unused =
        job.rehearse(
            source,
            (result, outcome) -> {
              Imprint imprint = Imprint.of(result);
              if (first == null) {
                first = imprint;
                compare(before, result);
              }
              trials.add(trial(rules, outcome, imprint, first));
            });
  }

  private void compare(ChatSource before, ChatSource result) throws IOException {
    DiffRequest everything = DiffRequest.everything().details(false).with(request.watch());
    try (Diff diff = Diff.of(before, result, everything)) {
      for (Kind<?> kind : Kind.ALL) {
        changes.put(kind.plural(), diff.counts(kind));
      }
      acts.putAll(diff.acts());
    }
  }

  private Trial trial(ImportRules rules, ImportOutcome outcome, Imprint imprint, Imprint likeliest)
      throws IOException {
    List<String> differing = new ArrayList<>();
    imprint.differingKinds(likeliest).forEach(kind -> differing.add("other " + kind));
    List<Guid> rooms = imprint.differingRooms(likeliest);
    for (Guid room : rooms.stream().limit(NAMED).toList()) {
      differing.add("other messages in " + name(room));
    }
    if (rooms.size() > NAMED) {
      differing.add("other messages in %d further rooms".formatted(rooms.size() - NAMED));
    }
    return new Trial(rules, outcome, differing.isEmpty(), differing);
  }

  private String name(Guid room) throws IOException {
    return source
        .structure()
        .room(room)
        .or(() -> targetRoom(room))
        .map(Room::name)
        .orElse(room.toString());
  }

  private java.util.Optional<Room> targetRoom(Guid room) {
    try {
      return target.structure().room(room);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  /** What an import passes over is told once, unless a rule told it already. */
  private void notImported(List<Problem> found) {
    Set<String> told = new LinkedHashSet<>();
    for (Trial trial : trials) {
      for (ImportOutcome.Conflict conflict : trial.outcome().conflicts()) {
        if (isToldAlready(conflict.code())) {
          continue;
        }
        told.add(
            "%s %s (%s)"
                .formatted(
                    conflict.kind().word(),
                    conflict.guid() == null ? "" : conflict.guid(),
                    conflict.code().id()));
      }
    }
    for (String what : told) {
      found.add(
          Problem.of(
              RestoreProblem.NOT_IMPORTED, Location.of(source.origin().name()), what.strip()));
    }
  }

  private static boolean isToldAlready(DatabaseProblem code) {
    return switch (code) {
      case NUMBER_TAKEN, NAME_OF_OTHER_KIND, TOO_LONG -> true;
      default -> false;
    };
  }

  private void assumptions(List<String> lines) {
    for (Trial trial : trials) {
      if (!trial.same()) {
        lines.add(words(trial.rules()) + ": " + String.join(", ", trial.differing()));
      }
    }
    boolean renumbers =
        trials.stream()
            .anyMatch(
                trial ->
                    trial.rules().numbers() == ImportRules.Numbering.RENUMBERED
                        && trial.outcome().of(Kind.MESSAGE).added() > 0);
    if (renumbers) {
      lines.add(
          "messages keep their numbers, or are numbered anew: which of both is not published; links to"
              + " messages by number may break");
    }
    if (!target.coverage().level().hasContent()) {
      lines.add("the target holds no messages, so nothing can be said about its content");
    }
  }

  static String words(ImportRules rules) {
    return String.format(
        Locale.ROOT,
        "if the importer matches by %s, message ids are %s and content is %s",
        rules.match() == ImportRules.Match.GUID ? "GUID" : "name",
        rules.numbers(),
        rules.content());
  }

  private Verdict verdict(List<String> missing, List<Problem> conflicts) {
    if (!missing.isEmpty()) {
      return Verdict.INCOMPLETE;
    }
    if (!conflicts.isEmpty()) {
      return Verdict.CONFLICTS;
    }
    return trials.stream().allMatch(Trial::same) ? Verdict.CLEAN : Verdict.DEPENDS;
  }
}
