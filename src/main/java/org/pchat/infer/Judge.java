package org.pchat.infer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Kind;
import org.pchat.problem.InferenceProblem;

/** Decides whether the best reading is sure enough to be used. */
final class Judge {
  private static final double MARGIN = 2;
  private static final int MOST_WORDS = 8;
  private static final double NAMED = 6;

  private final Refusal refusal;

  Judge(String archive) {
    this.refusal = new Refusal(archive);
  }

  /** Refuses a choice whose runner-up reads other elements and is nearly as good. */
  void checkRunnerUp(List<Search.Core> cores) {
    Search.Core best = cores.get(0);
    for (Search.Core other : cores.subList(1, cores.size())) {
      if (best.score() - other.score() > MARGIN) {
        return;
      }
      refuseIfOther(Kind.PRINCIPAL, best.principals(), other.principals());
      refuseIfOther(Kind.ROOM, best.rooms(), other.rooms());
      refuseIfOther(Kind.MESSAGE, best.messages(), other.messages());
    }
  }

  private void refuseIfOther(Kind<?> kind, @Nullable Match best, @Nullable Match other) {
    boolean differ =
        best != null
            && other != null
            && !best.candidate().equals(other.candidate())
            && !alike(best, other);
    if (best != null && other != null && differ) {
      throw refusal.of(
          InferenceProblem.AMBIGUOUS,
          "the %s are %s or %s".formatted(kind.plural(), best.candidate(), other.candidate()),
          "<record kind=\"" + kind.word() + "\" path=\"" + best.candidate().node() + "\">");
    }
  }

  /** Elements of one name and structure are divided, not rivals. */
  private static boolean alike(Match best, Match other) {
    return best.candidate().node().name().equals(other.candidate().node().name())
        && best.edges().keySet().equals(other.edges().keySet());
  }

  /** Refuses a reading in which something needed is missing, unsure or unreadable. */
  void check(Reading reading, List<Candidate> all) {
    checkCategories(reading, all);
    for (Match match : reading.matches()) {
      checkFields(match, reading);
    }
    checkNodes(reading);
    if (Signature.of(reading) < Signature.NEEDED) {
      throw refusal.missing("nothing in it is particular to Persistent Chat", recognised(reading));
    }
  }

  private void checkFields(Match match, Reading reading) {
    boolean listed =
        reading.permissions().stream().anyMatch(p -> p.match().equals(match) && p.word() != null);
    for (String missing : match.missing()) {
      if (!listed || !(missing.equals("role") || missing.equals("access"))) {
        throw refusal.missing(
            "the " + match.kind().word() + " in " + match.candidate() + " has no " + missing,
            recognised(reading));
      }
    }
    for (Map.Entry<String, Edge> field : match.edges().entrySet()) {
      boolean needed = isNeeded(match, field.getKey());
      Edge rival = match.rivals().get(field.getKey());
      if (needed && rival != null) {
        throw refusal.ambiguous(match, field.getValue(), rival);
      }
      Edge.Doubt doubt = field.getValue().doubt();
      if (needed && doubt != null && doubt != Edge.Doubt.SHARED_KEY) {
        throw refusal.doubtful(match, field.getValue());
      }
    }
  }

  /** Refuses roles whose holder is not named as such and is no part of a unique key. */
  void checkHolder(PermissionKey key, Match match) throws IOException {
    Edge edge = match.edge("principal");
    boolean open = edge != null && edge.name() == 0 && !match.rivals().containsKey("principal");
    if (edge != null && open && edge.column().isOwn() && !key.isUnique(edge.column())) {
      throw refusal.missing(
          "the %s in %s has no principal: %s is not unique within a node and role"
              .formatted(match.kind().word(), match.candidate(), edge.column()),
          List.of("roles or scopes in " + match.candidate()));
    }
  }

  private static boolean isNeeded(Match match, String field) {
    boolean order = match.kind() == Kind.MESSAGE && field.equals("id");
    boolean key = field.equals("guid") || field.equals("uri") || field.equals("id");
    return order || (Needs.isNeeded(match.kind(), field) && !(key && isOptionalKey(match, field)));
  }

  /** Returns whether other keys of the record are sure, so that this one may be left out. */
  private static boolean isOptionalKey(Match match, String field) {
    return List.of("guid", "uri", "id").stream()
        .anyMatch(other -> !other.equals(field) && match.isSure(other));
  }

  private void checkCategories(Reading reading, List<Candidate> all) {
    if (reading.categories() != null) {
      return;
    }
    for (Candidate candidate : all) {
      boolean used = reading.candidates().contains(candidate);
      if (!used && Naming.of(Kind.CATEGORY, candidate) >= NAMED && !isNode(candidate)) {
        throw refusal.missing(
            "the Category in " + candidate + " has no identity or no name that could be found",
            recognised(reading));
      }
    }
  }

  private static boolean isNode(Candidate candidate) {
    return Naming.of(Kind.ROOM, candidate) >= NAMED;
  }

  private void checkNodes(Reading reading) {
    Match categories = reading.categories();
    boolean one = categories != null && categories.candidate().equals(reading.rooms().candidate());
    Nodes.Split split = reading.split();
    if (one && split == null) {
      throw refusal.missing(
          "nothing tells rooms from categories in " + reading.rooms().candidate(),
          recognised(reading));
    }
    if (split != null && split.rival() != null) {
      throw refusal.of(
          InferenceProblem.AMBIGUOUS,
          "%s or %s tells rooms from categories in %s"
              .formatted(split.column(), split.rival(), reading.rooms().candidate()),
          "<when at=\"%s\" is=\"%s\"/>".formatted(split.column(), String.join("|", split.room())));
    }
  }

  /** Refuses records that name principals and nodes with a code that nobody explains. */
  void checkUnclear(Permissions permissions, Reading reading) {
    for (Match match : permissions.broken()) {
      boolean part =
          reading.candidates().stream().anyMatch(used -> used.node() == match.candidate().node());
      if (!part) {
        throw refusal.missing(
            "the %s in %s has no %s"
                .formatted(
                    match.kind().word(), match.candidate(), String.join(", ", match.missing())),
            recognised(reading));
      }
    }
    for (Candidate candidate : permissions.unclear()) {
      for (Column column : candidate.own()) {
        int words = column.profile().words().size();
        if (words >= 2 && words <= MOST_WORDS && column.profile().longest() < 30) {
          throw refusal.of(
              InferenceProblem.UNDECODABLE,
              column + " of " + candidate,
              "it may say roles, or who is allowed and who is denied",
              "<field name=\"role\" at=\""
                  + column
                  + "\"><word is=\"1\" means=\"Member\"/></field>");
        }
      }
    }
  }

  /** Refuses an archive without messages that holds something like messages. */
  void checkUnread(List<Match> almost, Reading reading) {
    for (Match match : almost) {
      if (reading.messages().isEmpty() && isLikeMessages(match)) {
        throw refusal.missing(
            "the Message in " + match.candidate() + " has no " + String.join(", ", match.missing()),
            recognised(reading));
      }
    }
  }

  private static boolean isLikeMessages(Match match) {
    int signs = 0;
    for (String field : Needs.of(Kind.MESSAGE)) {
      signs += match.has(field) ? 1 : 0;
    }
    boolean somewhere = match.has("room") || (match.has("author") && match.has("sent"));
    return (somewhere && signs >= 3) || (match.naming() >= NAMED && match.edges().size() >= 2);
  }

  /** Refuses a reading that leaves out what may be more of the records that are read. */
  void checkLeftovers(List<Candidate> unread, Leftovers leftovers) {
    for (Candidate candidate : unread) {
      leftovers
          .more(candidate)
          .ifPresent(
              read -> {
                throw refusal.of(
                    InferenceProblem.AMBIGUOUS,
                    "%s may be %s beside those in %s, or something else"
                        .formatted(candidate, read.kind().plural(), read.candidate()),
                    "<record kind=\"%s\" path=\"%s\">"
                        .formatted(read.kind().word(), candidate.node()));
              });
    }
  }

  /** Returns what was recognised, for people. */
  static List<String> recognised(Reading reading) {
    var recognised = new ArrayList<String>();
    for (Match match : reading.matches()) {
      recognised.add(
          "%s in %s (%s)"
              .formatted(
                  match.kind().plural(),
                  match.candidate(),
                  String.join(" ", match.edges().keySet().stream().sorted().toList())));
    }
    return recognised;
  }

  /** Refuses an archive in which not even the core was found. */
  RuntimeException nothing(List<Match> principals, List<Match> almost) {
    var recognised = new ArrayList<String>();
    principals.stream()
        .limit(1)
        .forEach(
            match -> recognised.add("principals in " + Objects.requireNonNull(match).candidate()));
    almost.stream()
        .limit(3)
        .forEach(
            match ->
                recognised.add(
                    "perhaps %s in %s".formatted(match.kind().plural(), match.candidate())));
    String what =
        principals.isEmpty()
            ? "no principals with an identity and an address or name were found"
            : "no rooms with an identity and a name were found";
    return refusal.missing(what, recognised);
  }
}
