package org.pchat.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.pchat.diff.Diff;
import org.pchat.diff.DiffRequest;
import org.pchat.diff.DiffSelection;
import org.pchat.diff.FieldNames;
import org.pchat.diff.Match;
import org.pchat.model.ChatSource;
import org.pchat.model.Field;
import org.pchat.model.Kind;
import org.pchat.problem.DiffProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.report.DiffReport;
import org.pchat.report.ReportSide;
import org.pchat.select.PairedSelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what changed between two sources. */
@Command(
    name = "diff",
    description = "Tell what changed between two exports, and by which kind of act.",
    exitCodeList = {
      "0:identical, so far as both can tell",
      "1:different",
      "2:the command line makes no sense, or an option names what is not there",
      "3:done, but records were passed over; stderr names them",
      "4:a source is damaged, encrypted or not understood",
      "5:a file cannot be read or written",
      "6:the output file exists and --force was not given",
      "12:wrong user or password of a database"
    },
    footer = {
      "  pchat diff monday.zip tuesday.zip",
      "  pchat diff monday.zip tuesday.zip --details --room \"FX Desk\"",
      "  pchat diff monday.zip tuesday.zip --details --json -o changes.jsonl",
      "  pchat diff monday.zip tuesday.zip --details --format html -o changes.html",
      "  pchat diff old-pool.zip new-pool.zip --match name --ignore updatedOn"
    })
final class DiffCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "The earlier export.")
  private String before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "The later export.")
  private String after;

  @Option(names = "--details", description = "Print every difference, not only the summary.")
  private boolean details;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "Compare only principals, addins, categories, rooms, roles, scopes or messages; repeatable.")
  private List<String> kinds = new ArrayList<>();

  @Option(
      names = "--match",
      paramLabel = "HOW",
      defaultValue = "auto",
      description =
          "guid, or name for a pool that got other GUIDs (default: ${DEFAULT-VALUE}: guid, and name where a source has none).")
  private Match match = Match.AUTO;

  @Option(
      names = "--ignore",
      paramLabel = "FIELD",
      description = "Let this field differ, such as updatedOn or room.updatedOn; repeatable.")
  private List<String> ignored = new ArrayList<>();

  @Option(
      names = "--strict",
      description = "Tell also where the same content is written in other bytes.")
  private boolean strict;

  @Option(
      names = "--thorough",
      description = "Read also what the hashes and checksums of both sources call equal.")
  private boolean thorough;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many rooms to print (default: 10; JSON has all).")
  private int top = 10;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, csv (every difference) or html (a page by itself).")
  private Format format = Format.TEXT;

  @Option(names = "--csv", description = "Short for --format csv.")
  private boolean csv;

  @Mixin private SelectionOptions selection;
  @Mixin private PoolSourceOptions how;
  @Mixin private OutputOptions output;

  /** In what shape the result is printed. */
  enum Format {
    TEXT,
    CSV,
    HTML;

    /** Returns the word that the user types. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  DiffCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    DiffRequest request = request();
    session.protect(List.of(before, after), output);
    return session.write(
        output,
        results ->
            session.open(
                before,
                how,
                output,
                results.isTerminal(),
                old ->
                    session.open(
                        after, how, output, true, now -> compare(old, now, request, results))));
  }

  private DiffRequest request() {
    if (csv && format == Format.HTML) {
      throw new UsageException("--csv and --format html contradict each other");
    }
    if (csv) {
      format = Format.CSV;
    }
    if (top < 0) {
      throw new UsageException("--top " + top + " is less than none; give 0 or more");
    }
    if (output.json && format != Format.TEXT) {
      throw new UsageException("--json and --format " + format + " contradict each other");
    }
    return DiffRequest.everything()
        .with(match)
        .withKinds(kinds())
        .ignoring(ignored())
        .strict(strict)
        .thorough(thorough)
        .details(details || format == Format.CSV);
  }

  private Set<Kind<?>> kinds() {
    Set<Kind<?>> chosen = new HashSet<>();
    for (String name : kinds) {
      chosen.add(
          Kind.ALL.stream()
              .filter(kind -> kind.plural().equalsIgnoreCase(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new UsageException(
                          "--kind \""
                              + name
                              + "\" is none of principals, addins, categories, rooms, roles, scopes, messages")));
    }
    return chosen.isEmpty() ? Set.copyOf(Kind.ALL) : chosen;
  }

  private Set<Field<?>> ignored() {
    Set<Field<?>> fields = new HashSet<>();
    for (String name : ignored) {
      Set<Field<?>> found = FieldNames.find(name);
      if (found.isEmpty()) {
        throw new UsageException(
            "--ignore \"%s\" is no field that may differ; there are %s"
                .formatted(name, String.join(", ", FieldNames.all())));
      }
      fields.addAll(found);
    }
    return fields;
  }

  private ExitCode compare(ChatSource old, ChatSource now, DiffRequest request, Results results)
      throws IOException {
    PairedSelection chosen =
        PairedSelection.resolve(selection.request(output.displayZone()), old, now);
    session.explain(chosen.before(), output);
    var wanted = new DiffSelection(chosen.nodes(), chosen.principals(), chosen::selects);
    try (Diff diff = Diff.of(old, now, request.with(wanted))) {
      if (diff.suggestsNames() && match != Match.NAME) {
        Location where = Location.of(after);
        now.problems().add(Problem.of(DiffProblem.NO_SHARED_GUID, where, before));
      }
      print(diff, old, now, results);
      return diff.identical() ? ExitCode.DONE : ExitCode.NO;
    }
  }

  private void print(Diff diff, ChatSource old, ChatSource now, Results results)
      throws IOException {
    var names = new DiffNames(old, now);
    if (format == Format.HTML) {
      page(diff, old, now, results);
    } else if (results.isJson()) {
      new DiffJson(results, names).print(diff, details);
    } else if (format == Format.CSV) {
      new DiffCsv(results.page(), names).print(diff);
    } else {
      var text = new DiffText(results.page(), names, output.displayZone());
      text.print(diff, top);
      if (details) {
        new DiffLines(results.page(), names, output.displayZone()).print(diff);
      }
    }
  }

  private void page(Diff diff, ChatSource old, ChatSource now, Results results) throws IOException {
    DiffReport.write(
        results.writer(),
        ReportSide.of(before, old),
        ReportSide.of(after, now),
        diff,
        new DiffReport.Wishes(output.displayZone(), details));
  }
}
