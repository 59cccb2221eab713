package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pchat.database.DatabaseAddress;
import org.pchat.database.ImportJob;
import org.pchat.database.ImportOutcome;
import org.pchat.database.ImportRules;
import org.pchat.model.ChatSource;
import org.pchat.model.Watch;
import org.pchat.order.SortedSource;
import org.pchat.spill.SortSpace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a package into an embedded pool. */
@Command(
    name = "import",
    description = "Import an export into an embedded pool, to try things in.",
    exitCodeList = {
      "0:done; with --what-if: it would be done",
      "2:the command line makes no sense",
      "3:done, but records were passed over; stderr names them",
      "4:the package is damaged or not understood; nothing was imported",
      "5:a file cannot be read or written; nothing was imported",
      "6:the target is a SQL Server or no pool, or the report exists",
      "12:wrong user or password"
    },
    footer = {
      "  pchat import export.zip --into jdbc:h2:./pool --what-if",
      "  pchat import export.zip --into jdbc:h2:./pool --report import.html"
    })
final class ImportCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "PACKAGE", description = "An export; or any other source.")
  private String source;

  @Option(
      names = "--into",
      paramLabel = "JDBC-URL",
      required = true,
      description =
          "The pool: jdbc:h2:./FILE, made if it is not there. Nothing is ever written into a SQL Server.")
  private String into = "";

  @Option(names = "--what-if", description = "Only tell what would happen; change nothing.")
  private boolean whatIf;

  @Option(
      names = "--match",
      paramLabel = "HOW",
      defaultValue = "guid",
      description =
          "How items find each other: guid (then by name) or name (default: ${DEFAULT-VALUE}). What the cmdlet does is not published, here and in the next two.")
  private ImportRules.Match match = ImportRules.Match.GUID;

  @Option(
      names = "--message-ids",
      paramLabel = "HOW",
      defaultValue = "kept",
      description = "What becomes of message ids: kept or renumbered (default: ${DEFAULT-VALUE}).")
  private ImportRules.Numbering numbers = ImportRules.Numbering.KEPT;

  @Option(
      names = "--content",
      paramLabel = "HOW",
      defaultValue = "appended",
      description =
          "What becomes of messages of a room that is there: appended or replaced (default: ${DEFAULT-VALUE}).")
  private ImportRules.Content content = ImportRules.Content.APPENDED;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a page for the files: what was done, what was assumed.")
  private @Nullable Path report;

  @Mixin private PoolSourceOptions how;
  @Mixin private OutputOptions output;

  ImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (!DatabaseAddress.isAddress(into)) {
      throw new UsageException("--into takes an address, such as jdbc:h2:./pool");
    }
    DatabaseAddress target = DatabaseAddress.parse(into);
    var rules = new ImportRules(match, numbers, content);
    var job = new ImportJob(target, how.login(session.terminal()), rules, session.watch());
    job.requireEmbedded();
    if (target.file().isEmpty()) {
      throw new UsageException(
          "a pool in memory is gone when the command ends; name a file, such as jdbc:h2:./pool");
    }
    session.protect(List.of(source, into), output);
    try (var page = ReportFile.begin(report, output.result.file(), output.result.force)) {
      return session.read(
          source,
          how,
          output,
          (chat, results) -> {
            ChatSource sorted = SortedSource.of(chat, Watch.NONE, SortSpace.defaults());
            ImportOutcome outcome = whatIf ? job.whatIf(sorted) : job.run(sorted);
            var account = new ImportAccount(chat, target, rules, outcome, whatIf);
            page.write(account.title(), account::write);
            if (results.isJson()) {
              results.json(account.json());
            } else {
              account.print(results.page());
            }
            return ExitCode.DONE;
          });
    }
  }
}
