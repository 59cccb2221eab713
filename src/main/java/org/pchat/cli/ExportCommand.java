package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pchat.archive.ExportWriter;
import org.pchat.archive.WrittenEntry;
import org.pchat.model.ChatSource;
import org.pchat.model.Level;
import org.pchat.model.Watch;
import org.pchat.order.SortedSource;
import org.pchat.problem.ExportProblem;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.select.CountedSource;
import org.pchat.select.RestrictedSource;
import org.pchat.select.Selection;
import org.pchat.select.SelectionException;
import org.pchat.select.SelectionRequest;
import org.pchat.spill.SortSpace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a canonical export from any source. */
@Command(
    name = "export",
    description = "Write an export (pchat-1) of a database or any other source.",
    exitCodeList = {
      "0:done",
      "2:the command line makes no sense, or an option names what is not there",
      "3:done, but records were passed over; stderr names them",
      "4:the source is damaged or not understood, or no pool",
      "5:a file or a server cannot be read or written; no export was left",
      "6:the export or report exists and --force was not given",
      "12:wrong user or password"
    },
    footer = {
      "  pchat export \"jdbc:sqlserver://sql1\\RTC;integratedSecurity=true\" -o pool.zip",
      "  pchat export jdbc:sqlserver://sql1 --user reader --password-file pw.txt \\",
      "      -o pool.zip --report pool.html",
      "  pchat export pool.zip --level RoomDirectory --scope \"Town Hall\" -o part.zip"
    })
final class ExportCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "1..*",
      paramLabel = "SOURCE",
      description =
          "A JDBC URL of SQL Server or of a file of H2; or an export. Several, or a directory of them, are one archive.")
  private List<String> sources = new ArrayList<>();

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description =
          "User, Category, RoomDirectory, Content or All; each holds those before it (default: all that the source has).")
  private @Nullable Level level;

  @Option(
      names = "--scope",
      paramLabel = "CATEGORY",
      description =
          "Only this category and its rooms, by GUID, name or glob; repeatable. Principals stay.")
  private List<String> scope = new ArrayList<>();

  @Option(
      names = "--start-date",
      paramLabel = "TIME",
      description = "Leave messages before this time out: a date, or a time, in --tz.")
  private @Nullable String startDate;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a page for the files: what, when, from where, what was left out.")
  private @Nullable Path report;

  @Mixin private PoolSourceOptions how;
  @Mixin private OutputOptions output;

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Path target = output.result.file();
    if (target == null) {
      throw new UsageException("an export is a file; name it with -o FILE");
    }
    List<String> all = Piles.expand(session, sources);
    session.protect(all, output);
    try (var page = ReportFile.begin(report, target, output.result.force)) {
      return session.answer(
          output,
          results ->
              Piles.open(
                  session,
                  all,
                  new Piles.Wishes(how, output, results.isTerminal()),
                  true,
                  chat -> {
                    ExportAccount account = write(chat, target);
                    page.write(account.title(), new ExportReport(account)::write);
                    if (results.isJson()) {
                      results.json(account.json());
                    } else {
                      account.print(results.page());
                    }
                    return ExitCode.DONE;
                  }));
    }
  }

  private ExportAccount write(ChatSource chat, Path target) throws IOException {
    Level wanted = level(chat.coverage().level());
    Selection selection = Selection.resolve(request(), chat);
    session.explain(selection, output);
    try {
      return write(chat, target, RestrictedSource.of(chat, wanted, selection), false);
    } catch (MalformedArchiveException unsorted) {
      if (unsorted.problem().code() != ExportProblem.NOT_IN_ORDER) {
        throw unsorted;
      }
      return write(chat, target, RestrictedSource.of(chat, wanted, selection), true);
    }
  }

  private ExportAccount write(
      ChatSource chat, Path target, RestrictedSource restricted, boolean again) throws IOException {
    SortSpace space = SortSpace.defaults();
    ChatSource sorted =
        again
            ? SortedSource.again(restricted, Watch.NONE, space)
            : SortedSource.of(restricted, Watch.NONE, space);
    var counted = new CountedSource(sorted);
    List<WrittenEntry> entries = ExportWriter.write(counted, target, output.result.force);
    return new ExportAccount(target, chat, restricted, counted, entries, output.displayZone());
  }

  private Level level(Level held) {
    if (level == null) {
      return held;
    }
    if (!held.covers(level)) {
      throw new UsageException(
          "--level %s: the source holds no more than the level %s".formatted(level, held));
    }
    if (startDate != null && !level.hasContent()) {
      throw new UsageException(
          "--start-date is about messages, which the level %s does not have".formatted(level));
    }
    return level;
  }

  private SelectionRequest request() {
    try {
      var request =
          new SelectionRequest(List.of(), scope, List.of(), startDate, null, output.displayZone());
      org.pchat.select.DateRange.parse(startDate, null, output.displayZone());
      return request;
    } catch (SelectionException noDate) {
      throw new UsageException(
          String.valueOf(noDate.getMessage()).replace("--since", "--start-date"));
    }
  }
}
