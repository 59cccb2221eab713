package org.pchat.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pchat.diff.Diff;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Ticks;
import org.pchat.model.Watch;
import org.pchat.select.Selection;
import org.pchat.select.SelectionRequest;
import org.pchat.select.UnknownNameException;
import org.pchat.why.Answer;
import org.pchat.why.Why;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains why a room, or somebody's access to it, is gone. */
@Command(
    name = "why",
    description = "Explain why a room, or somebody's access to it, is gone.",
    exitCodeList = {
      "0:something is gone, and the reasons were found",
      "1:nothing is gone, or the snapshots cannot tell",
      "2:the command line makes no sense, or an option names what is not there",
      "3:done, but records were passed over; stderr names them",
      "4:a source is damaged, encrypted or not understood",
      "5:a file cannot be read or written",
      "6:the output file exists and --force was not given",
      "12:wrong user or password of a database"
    },
    footer = {
      "  pchat why --room \"FX Desk\" monday.zip tuesday.zip",
      "  pchat why --room \"FX Desk\" --user kim@contoso.com monday.zip tuesday.zip",
      "  pchat why --room \"FX Desk\" --pool pchat.contoso.com monday.zip tuesday.zip --json"
    })
final class WhyCommand implements Callable<Integer> {
  private static final int MOST_ROOMS = 50;
  private static final int MOST_USERS = 20;

  private final Session session;

  @Parameters(index = "0", paramLabel = "A", description = "The earlier snapshot: an export.")
  private String before;

  @Parameters(index = "1", paramLabel = "B", description = "The later snapshot.")
  private String after;

  @Option(
      names = "--room",
      paramLabel = "PATTERN",
      required = true,
      description =
          "The room with this GUID or URI, else this name, else matching this glob, in A or B; repeatable.")
  private List<String> rooms = new ArrayList<>();

  @Option(
      names = "--user",
      paramLabel = "PATTERN",
      description =
          "Explain this person's access: a GUID, URI, name or glob, in A or B; repeatable.")
  private List<String> users = new ArrayList<>();

  @Option(
      names = "--pool",
      paramLabel = "FQDN",
      description = "The full name of the pool, for the cmdlets that are printed.")
  private @Nullable String pool;

  @Mixin private WhySourceOptions how;
  @Mixin private OutputOptions output;

  WhyCommand(Session session) {
    this.session = session;
  }

  /** Finds in one snapshot what a pattern means. */
  private interface Finder {
    Set<Guid> find(String pattern, ChatSource source) throws IOException;
  }

  @Override
  public Integer call() throws IOException {
    session.protect(List.of(before, after), output);
    return session.write(
        output,
        results ->
            session.open(
                before,
                how,
                output,
                results.isTerminal(),
                earlier ->
                    session.open(
                        after, how, output, true, later -> explain(earlier, later, results))));
  }

  private ExitCode explain(ChatSource earlier, ChatSource own, Results results) throws IOException {
    ChatSource later = Diff.aligned(earlier, own);
    Set<Guid> chosen = found(rooms, this::rooms, earlier, later);
    Set<Guid> persons = found(users, this::principals, earlier, later);
    if (chosen.size() > MOST_ROOMS || persons.size() > MOST_USERS) {
      throw new UsageException(
          "%d rooms and %d users are meant; why explains up to %d and %d, so be more exact"
              .formatted(chosen.size(), persons.size(), MOST_ROOMS, MOST_USERS));
    }
    var question = new Why.Question(chosen, persons, pool, spelling(results), Watch.NONE);
    List<Answer> answers = Why.answers(earlier, later, question);
    var printer = new Explanations(results);
    if (results.isJson()) {
      printer.json(answers);
    } else {
      printer.print(answers, pool == null);
    }
    return answers.stream().anyMatch(Answer::explains) ? ExitCode.DONE : ExitCode.NO;
  }

  /** Spells times for people in their zone, for programs in UTC. */
  private Function<Ticks, String> spelling(Results results) {
    return results.isJson() ? Ticks::toString : new Times(output.displayZone())::full;
  }

  private Set<Guid> rooms(String pattern, ChatSource source) throws IOException {
    SelectionRequest request = SelectionRequest.everything(output.displayZone()).withRooms(pattern);
    return Selection.resolve(request, source).rooms().orElseThrow();
  }

  private Set<Guid> principals(String pattern, ChatSource source) throws IOException {
    return Selection.principals(List.of(pattern), source);
  }

  /**
   * A pattern may fit in either snapshot: what is gone is in the first, what is new in the second.
   */
  private static Set<Guid> found(
      List<String> patterns, Finder finder, ChatSource earlier, ChatSource later)
      throws IOException {
    Set<Guid> found = new HashSet<>();
    List<UnknownNameException.Unknown> nowhere = new ArrayList<>();
    for (String pattern : patterns) {
      Optional<UnknownNameException> inFirst = find(finder, pattern, earlier, found);
      Optional<UnknownNameException> inSecond = find(finder, pattern, later, found);
      if (inFirst.isPresent() && inSecond.isPresent()) {
        nowhere.addAll(inFirst.get().unknown());
      }
    }
    if (!nowhere.isEmpty()) {
      throw new UnknownNameException(nowhere);
    }
    return found;
  }

  private static Optional<UnknownNameException> find(
      Finder finder, String pattern, ChatSource source, Set<Guid> found) throws IOException {
    try {
      found.addAll(finder.find(pattern, source));
      return Optional.empty();
    } catch (UnknownNameException unknown) {
      return Optional.of(unknown);
    }
  }
}
