package org.pchat.infer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.pchat.layout.Descriptor;
import org.pchat.layout.FieldSpelling;
import org.pchat.layout.RecordSpelling;
import org.pchat.model.Kind;
import org.pchat.model.Watch;

/**
 * Infers the layout of an archive that nobody described.
 *
 * <p>Everything is read once to survey it, and a few elements again to settle what the survey
 * leaves open. Memory is bounded whatever the size of the archive.
 *
 * <p>An archive whose reading is unsure is refused with an {@link
 * org.pchat.problem.UnsupportedArchiveException} that says what was recognised, what is missing,
 * and which line of a descriptor settles it. Nothing is guessed.
 */
public final class Inference {
  private static final int MOST_ROUNDS = 4;

  private final Rows rows;
  private final Judge judge;
  private final List<Candidate> candidates;
  private final Targets.Archive known;
  private final Survey survey;

  private Inference(String archive, Survey survey, boolean zoneIsKnown, Watch watch) {
    this.rows = new Rows(archive, watch);
    this.survey = survey;
    this.judge = new Judge(archive);
    this.candidates = Candidates.of(survey);
    this.known = new Targets.Archive(candidates, zoneIsKnown);
  }

  /**
   * Infers.
   *
   * @param archive its name, for messages
   * @param entries its entries, whatever they are
   * @param zoneIsKnown whether the user says in which zone times without one are
   * @param watch may stop the work
   * @throws org.pchat.problem.UnsupportedArchiveException if it is no export, or not surely one
   */
  public static Inferred infer(
      String archive, List<ArchiveEntry> entries, boolean zoneIsKnown, Watch watch)
      throws IOException {
    Survey survey = Surveyor.survey(archive, entries, watch);
    return new Inference(archive, survey, zoneIsKnown, watch).run();
  }

  private Inferred run() throws IOException {
    var search = new Search(candidates, known, rows);
    Search.Core core = core(search);
    if (settleOrder(core)) {
      core = core(search);
    }
    Reading reading = search.complete(core);
    for (int round = 0; round < MOST_ROUNDS && settleTwins(reading); round++) {
      core = core(search);
      reading = search.complete(core);
    }
    if (settlePrincipals(reading)) {
      reading = search.complete(core);
    }
    judge.checkUnread(almost(reading), reading);
    judge.check(reading, candidates);
    Targets targets = targets(search, reading);
    judge.checkUnclear(Permissions.among(rest(reading), targets), reading);
    judge.checkLeftovers(rest(reading), new Leftovers(reading, targets));
    new SharedKeys(reading, rows).check();
    Descriptor descriptor = Drafting.of(reading, known, survey.escapes());
    long records = new HashSet<>(reading.candidates()).stream().mapToLong(Candidate::count).sum();
    return new Inferred(descriptor, findings(reading, descriptor), leftOut(reading), records);
  }

  private Search.Core core(Search search) {
    List<Search.Core> cores = search.cores();
    if (cores.isEmpty()) {
      throw judge.nothing(search.principals(), List.of());
    }
    List<Search.Core> full = cores.stream().filter(core -> core.messages() != null).toList();
    List<Search.Core> best = full.isEmpty() ? cores : full;
    judge.checkRunnerUp(best);
    return best.get(0);
  }

  /** Tests which numbers of messages ascend in their rooms, where none is named as theirs. */
  private boolean settleOrder(Search.Core core) throws IOException {
    Match messages = core.messages();
    Edge id = messages == null ? null : messages.edge("id");
    if (messages == null || (id != null && id.name() > 0)) {
      return false;
    }
    Edge room = Objects.requireNonNull(messages.edge("room"));
    List<Column> ascending = new RoomOrder(messages.candidate(), room.column(), rows).ascending();
    ascending.forEach(known::ascends);
    return !ascending.isEmpty();
  }

  /** Tests which columns that may be one field say the same in every record. */
  private boolean settleTwins(Reading reading) throws IOException {
    boolean settled = false;
    var twins = new Twins(reading, rows);
    for (Match match : reading.matches()) {
      for (Map.Entry<String, Edge> rival : match.rivals().entrySet()) {
        Edge edge = Objects.requireNonNull(match.edge(rival.getKey()));
        if (twins.areSame(match, edge, rival.getValue())) {
          settled |= known.same(edge.column(), rival.getValue().column());
        }
      }
    }
    return settled;
  }

  /** Tests which principal makes a role or scope unique, where two columns may be the principal. */
  private boolean settlePrincipals(Reading reading) throws IOException {
    boolean settled = false;
    for (Reading.Permission permission : reading.permissions()) {
      judge.checkHolder(new PermissionKey(permission, rows), permission.match());
      Optional<Column> holder = new PermissionKey(permission, rows).principal();
      holder.ifPresent(known::prefer);
      settled |= holder.isPresent();
    }
    return settled;
  }

  private Targets targets(Search search, Reading reading) {
    Targets targets = search.people(reading.principals().get(0));
    Candidate rooms = reading.rooms().candidate();
    targets = targets.with(FieldSpec.Type.ROOM, rooms).with(FieldSpec.Type.NODE, rooms);
    Match categories = reading.categories();
    return categories == null
        ? targets
        : targets
            .with(FieldSpec.Type.NODE, categories.candidate())
            .with(FieldSpec.Type.CATEGORY, categories.candidate());
  }

  private List<Match> almost(Reading reading) {
    List<Match> almost = new ArrayList<>();
    var targets =
        new Targets(known)
            .with(FieldSpec.Type.PRINCIPAL, reading.principals().get(0).candidate())
            .with(FieldSpec.Type.ROOM, reading.rooms().candidate());
    for (Candidate candidate : rest(reading)) {
      almost.add(Match.of(Kind.MESSAGE, candidate, targets));
    }
    return almost;
  }

  private List<Candidate> rest(Reading reading) {
    List<Candidate> rest = new ArrayList<>(candidates);
    rest.removeAll(reading.candidates());
    return rest;
  }

  private static List<Inferred.Finding> findings(Reading reading, Descriptor descriptor) {
    List<Inferred.Finding> findings = new ArrayList<>();
    List<Match> matches = reading.matches();
    for (int i = 0; i < matches.size(); i++) {
      Match match = matches.get(i);
      for (FieldSpelling field : spelling(descriptor, i).fields()) {
        Edge edge = match.edge(field.field());
        findings.add(
            new Inferred.Finding(
                match.kind().word(),
                match.candidate().toString(),
                field.field(),
                edge == null ? "" : edge.column().toString(),
                edge == null ? 1 : edge.confidence(),
                edge == null ? "from another field" : edge.note()));
      }
    }
    return findings;
  }

  private static RecordSpelling spelling(Descriptor descriptor, int index) {
    return descriptor.records().get(index);
  }

  /** Returns the places that hold values and are no field. */
  private List<String> leftOut(Reading reading) {
    Set<Candidate> used = new HashSet<>(reading.candidates());
    List<Column> read = new ArrayList<>();
    for (Match match : reading.matches()) {
      match
          .edges()
          .forEach(
              (field, edge) -> {
                if (match.isSure(field) && edge.doubt() == null) {
                  read.add(edge.column());
                }
              });
    }
    if (reading.split() != null) {
      read.add(reading.split().column());
    }
    for (CodeTable table : known.tables().values()) {
      read.add(table.key());
      read.add(table.word());
    }
    Set<String> leftOut = new LinkedHashSet<>();
    for (Candidate candidate : candidates) {
      List<Column> unread =
          candidate.own().stream()
              .filter(column -> column.profile().count() > 0)
              .filter(column -> read.stream().noneMatch(column::isSame))
              .toList();
      if (used.contains(candidate)) {
        unread.forEach(column -> leftOut.add(column + " of " + candidate));
      } else if (!unread.isEmpty()) {
        leftOut.add("records " + candidate);
      }
    }
    return List.copyOf(leftOut);
  }
}
