package org.pchat.infer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Kind;

/** Looks for the reading of an archive that makes all of it consistent. */
final class Search {
  private static final int MOST_TRIED = 5;

  private final List<Candidate> candidates;
  private final Targets.Archive known;
  private final Rows rows;

  /**
   * A choice of the records that everything else hangs on.
   *
   * @param principals the principals
   * @param rooms the rooms
   * @param messages the messages; null where there are none
   */
  record Core(Match principals, Match rooms, @Nullable Match messages) {
    double score() {
      return principals.total() + rooms.total() + (messages == null ? 0 : messages.total());
    }
  }

  Search(List<Candidate> candidates, Targets.Archive known, Rows rows) {
    this.candidates = candidates;
    this.known = known;
    this.rows = rows;
  }

  /** Returns candidates that can be principals, the best first. */
  List<Match> principals() {
    List<Match> matches = new ArrayList<>();
    for (Candidate candidate : candidates) {
      var targets = new Targets(known).with(FieldSpec.Type.PRINCIPAL, candidate);
      matches.add(Match.of(Kind.PRINCIPAL, candidate, targets));
    }
    return best(matches);
  }

  private static List<Match> best(List<Match> matches) {
    return matches.stream()
        .filter(match -> match.missing().isEmpty())
        .sorted(Comparator.comparingDouble(Match::total).reversed())
        .limit(MOST_TRIED)
        .toList();
  }

  /** Returns every choice of principals, rooms and messages that is complete, the best first. */
  List<Core> cores() {
    List<Core> cores = new ArrayList<>();
    for (Match principals : principals()) {
      Targets people = people(principals);
      Targets anywhere = people;
      for (Candidate candidate : candidates) {
        anywhere = anywhere.with(FieldSpec.Type.CATEGORY, candidate);
      }
      List<Match> rooms = new ArrayList<>();
      for (Candidate candidate : candidates) {
        if (!candidate.equals(principals.candidate())) {
          rooms.add(Match.of(Kind.ROOM, candidate, anywhere));
        }
      }
      for (Match room : best(rooms)) {
        rows.watch().check();
        cores.addAll(cores(principals, room, people.with(FieldSpec.Type.ROOM, room.candidate())));
      }
    }
    cores.sort(Comparator.comparingDouble(Core::score).reversed());
    return cores;
  }

  private List<Core> cores(Match principals, Match rooms, Targets targets) {
    List<Core> cores = new ArrayList<>();
    for (Candidate candidate : candidates) {
      boolean free =
          !candidate.equals(principals.candidate()) && !candidate.equals(rooms.candidate());
      if (free && mayBeMessages(candidate)) {
        Match messages = Match.of(Kind.MESSAGE, candidate, targets);
        if (messages.missing().isEmpty()) {
          cores.add(new Core(principals, rooms, messages));
        }
      }
    }
    return cores.isEmpty() ? List.of(new Core(principals, rooms, null)) : cores;
  }

  private static boolean mayBeMessages(Candidate candidate) {
    return candidate.own().stream().anyMatch(column -> TimeEvidence.isTime(column.profile()));
  }

  /** Returns targets with the principals and everybody of another element who is one as well. */
  Targets people(Match principals) {
    var targets = new Targets(known);
    for (Match match : all(principals)) {
      targets = targets.with(FieldSpec.Type.PRINCIPAL, match.candidate());
    }
    return targets;
  }

  /** Returns the principals and those of other elements: groups beside users, say. */
  List<Match> all(Match first) {
    List<Match> all = new ArrayList<>();
    all.add(first);
    for (Match other : principals()) {
      if (!other.candidate().equals(first.candidate()) && isApart(first, other)) {
        all.add(other);
      }
    }
    return all;
  }

  private static boolean isApart(Match first, Match other) {
    for (String field : List.of("uri", "guid")) {
      Edge ours = first.edge(field);
      Edge theirs = other.edge(field);
      if (ours != null && theirs != null) {
        boolean everybody = other.candidate().isFull(theirs.column());
        boolean telling = field.equals("uri") && theirs.shape() >= 4 && everybody;
        boolean apart =
            theirs.column().profile().values().shareIn(ours.column().profile().values()) == 0;
        return apart && telling && !ours.column().equals(theirs.column());
      }
    }
    return false;
  }

  /** Completes a choice to a reading of the whole archive. */
  Reading complete(Core core) throws IOException {
    Targets people = people(core.principals());
    Candidate roomCandidate = core.rooms().candidate();
    Optional<Match> categories = categories(core, people);
    Targets targets =
        people.with(FieldSpec.Type.ROOM, roomCandidate).with(FieldSpec.Type.NODE, roomCandidate);
    if (categories.isPresent()) {
      Candidate c = categories.get().candidate();
      targets = targets.with(FieldSpec.Type.CATEGORY, c).with(FieldSpec.Type.NODE, c);
    }
    Optional<Match> addIns = addIns(core, targets);
    if (addIns.isPresent()) {
      targets = targets.with(FieldSpec.Type.ADD_IN, addIns.get().candidate());
    }
    Match rooms = Match.of(Kind.ROOM, roomCandidate, targets);
    Nodes.Split split = null;
    if (categories.isPresent() && categories.get().candidate().equals(roomCandidate)) {
      split = split(core, rooms);
    }
    if (split != null) {
      Nodes.Sides sides = Nodes.sides(split, roomCandidate, rows);
      rooms = rooms.only(sides.rooms());
      categories = Optional.of(categories.get().only(sides.categories()));
    }
    List<Match> messages = core.messages() == null ? List.of() : messages(core, targets);
    var structure =
        new Reading(
            all(core.principals()),
            rooms,
            categories.orElse(null),
            split,
            addIns.orElse(null),
            messages,
            List.of(),
            core.score());
    List<Candidate> rest = new ArrayList<>(candidates);
    rest.removeAll(structure.candidates());
    return structure.with(Permissions.among(rest, targets).found());
  }

  private Nodes.@Nullable Split split(Core core, Match rooms) throws IOException {
    Edge category = rooms.edge("category");
    Edge room = core.messages() == null ? null : core.messages().edge("room");
    if (category == null || room == null || room.fit() == null) {
      return null;
    }
    return Nodes.split(rooms.candidate(), room, category, rows).orElse(null);
  }

  private Optional<Match> categories(Core core, Targets people) {
    Match best = null;
    double bestScore = 0;
    for (Candidate candidate : candidates) {
      boolean taken =
          candidate.equals(core.principals().candidate())
              || (core.messages() != null && candidate.equals(core.messages().candidate()));
      if (taken) {
        continue;
      }
      Targets targets = people.with(FieldSpec.Type.CATEGORY, candidate);
      Match match = Match.of(Kind.CATEGORY, candidate, targets);
      Edge edge = Match.of(Kind.ROOM, core.rooms().candidate(), targets).edge("category");
      double score = match.total() + (edge == null ? 0 : edge.score());
      boolean holdsRooms = edge != null && isOfMost(edge, core.rooms().candidate());
      if (match.missing().isEmpty() && holdsRooms && score > bestScore) {
        best = match;
        bestScore = score;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * Every room is in a category, but for a few that are damaged; what few have is another thing.
   */
  private static boolean isOfMost(Edge category, Candidate rooms) {
    Column column = category.column();
    return !column.isOwn() || column.profile().count() * 2 > rooms.count();
  }

  private Optional<Match> addIns(Core core, Targets targets) {
    List<Match> matches = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Match match =
          Match.of(Kind.ADD_IN, candidate, targets.with(FieldSpec.Type.ADD_IN, candidate));
      Edge url = match.edge("url");
      boolean named = match.naming() >= 3;
      boolean referred =
          Match.of(
                  Kind.ROOM,
                  core.rooms().candidate(),
                  targets.with(FieldSpec.Type.ADD_IN, candidate))
              .has("addIn");
      boolean free =
          !candidate.equals(core.rooms().candidate())
              && !candidate.equals(core.principals().candidate());
      if (free && url != null && (named || referred)) {
        matches.add(match);
      }
    }
    return best(matches).stream().findFirst();
  }

  /** Returns the messages and those that stand in elements of the same structure elsewhere. */
  private List<Match> messages(Core core, Targets targets) {
    Match first =
        Match.of(Kind.MESSAGE, Objects.requireNonNull(core.messages()).candidate(), targets);
    List<Match> all = new ArrayList<>();
    all.add(first);
    for (Candidate candidate : candidates) {
      if (!candidate.equals(first.candidate())
          && candidate.node().name().equals(first.candidate().node().name())
          && !candidate.equals(core.rooms().candidate())
          && mayBeMessages(candidate)) {
        Match other = Match.of(Kind.MESSAGE, candidate, targets);
        if (other.missing().isEmpty() && isAlike(first, other)) {
          all.add(other);
        }
      }
    }
    return all;
  }

  private static boolean isAlike(Match one, Match other) {
    return Needs.of(Kind.MESSAGE).stream()
        .allMatch(
            field ->
                Objects.requireNonNull(one.edge(field))
                    .column()
                    .toString()
                    .equals(Objects.requireNonNull(other.edge(field)).column().toString()));
  }
}
