package org.pchat.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.pchat.diff.DiffSelection;
import org.pchat.report.ReportSide;
import org.pchat.report.TimelineReport;
import org.pchat.select.PairedSelection;
import org.pchat.timeline.Timeline;
import org.pchat.union.UnionSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells one history of many snapshots. */
@Command(
    name = "timeline",
    description = "Tell one history of many exports: what went, and when.",
    exitCodeList = {
      "0:done",
      "1:--gone: nothing ever disappeared, so far as the sources can tell",
      "2:the command line makes no sense, or an option names what is not there",
      "3:done, but records were passed over; stderr names them",
      "4:a source is damaged, encrypted or not understood; the others were read all the same",
      "5:a file cannot be read or written",
      "6:the output file exists and --force was not given",
      "12:wrong user or password of a database"
    },
    footer = {
      "  pchat timeline exports/",
      "  pchat timeline *.zip mgc.bak --room \"FX Desk\" --details",
      "  pchat timeline exports/ --gone --json -o gone.jsonl",
      "  pchat timeline exports/ --format html -o history.html"
    })
final class TimelineCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "1..*",
      paramLabel = "SOURCE",
      description =
          "Exports, packed or not, backups, JDBC URLs, or directories of them, in any order.")
  private List<String> sources = new ArrayList<>();

  @Option(names = "--details", description = "Tell each event, not only the summary.")
  private boolean details;

  @Option(
      names = "--gone",
      description = "List all that ever disappeared, with the last snapshot that still has it.")
  private boolean gone;

  /** How a history is printed. */
  enum Format {
    TEXT,
    HTML;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text or html: a page with a chart for each room (default: text).")
  private Format format = Format.TEXT;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many rooms to print (default: 10; JSON has all).")
  private int top = 10;

  @Mixin private SelectionOptions selection;
  @Mixin private PoolSourceOptions how;
  @Mixin private OutputOptions output;

  TimelineCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (top < 0) {
      throw new UsageException("--top " + top + " is less than none; give 0 or more");
    }
    if (output.json && format == Format.HTML) {
      throw new UsageException("--json and --format html contradict each other");
    }
    List<String> all = Piles.expand(session, sources);
    session.protect(all, output);
    return session.judge(
        output,
        results ->
            session.unite(all, how, output, results.isTerminal(), union -> tell(union, results)));
  }

  private ExitCode tell(UnionSource union, Results results) throws IOException {
    PairedSelection chosen =
        PairedSelection.resolve(selection.request(output.displayZone()), union, union);
    session.explain(chosen.before(), output);
    var wanted = new DiffSelection(chosen.nodes(), chosen.principals(), chosen::selects);
    try (Timeline timeline = Timeline.of(union.pile(), wanted)) {
      if (format == Format.HTML) {
        TimelineReport.write(
            results.writer(),
            timeline,
            ReportSide.of(union.origin().name(), union),
            output.displayZone());
      } else if (results.isJson()) {
        new TimelineJson(results, union).print(timeline, details, gone);
      } else {
        new TimelineText(results.page(), union, output.displayZone())
            .print(timeline, details, gone, top);
      }
      return gone && timeline.gone() == 0 ? ExitCode.NO : ExitCode.DONE;
    }
  }
}
