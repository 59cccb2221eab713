package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pchat.model.ChatSource;
import org.pchat.restore.DirectoryList;
import org.pchat.restore.Rehearsal;
import org.pchat.restore.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries the import of a package in a scratch pool. */
@Command(
    name = "rehearse",
    description = "Try what an import would do, every way it may be done.",
    exitCodeList = {
      "0:clean: however the importer does it, the result is the same",
      "1:something stands against it, or the result depends on what nobody publishes",
      "2:the command line makes no sense",
      "3:done, but records were passed over; stderr names them",
      "4:the package or the target is damaged or not understood",
      "5:a file or a server cannot be read or written",
      "6:the report exists and --force was not given",
      "12:wrong user or password"
    },
    footer = {
      "  pchat rehearse back.zip --onto tuesday.zip",
      "  pchat rehearse back.zip --onto tuesday.zip --principals users.csv --report rehearsal.html",
      "  pchat rehearse back.zip --onto jdbc:sqlserver://sql1 --json"
    })
final class RehearseCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "PACKAGE", description = "The package.")
  private String source = "";

  @Option(
      names = "--onto",
      paramLabel = "SOURCE",
      required = true,
      description = "The pool as it is now: an export, or a JDBC URL, which is only read.")
  private String onto = "";

  @Option(
      names = "--principals",
      paramLabel = "FILE",
      description =
          "Who is in the directory, in CSV: address, True or False (Get-CsUser | Select SipAddress, Enabled).")
  private @Nullable Path principals;

  @Option(
      names = "--pool",
      paramLabel = "FQDN",
      description = "The full name of the pool, for the cmdlets that are printed.")
  private @Nullable String pool;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a page for the files: what was tried, what came of it.")
  private @Nullable Path report;

  @Mixin private PoolSourceOptions how;
  @Mixin private OutputOptions output;

  RehearseCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    session.protect(List.of(source, onto), output);
    DirectoryList directory = principals == null ? null : DirectoryList.read(principals);
    try (var page = ReportFile.begin(report, output.result.file(), output.result.force)) {
      return session.write(
          output,
          results ->
              session.open(
                  source,
                  how,
                  output,
                  results.isTerminal(),
                  chat ->
                      session.open(
                          onto,
                          how,
                          output,
                          results.isTerminal(),
                          living -> rehearse(chat, living, directory, page, results))));
    }
  }

  private ExitCode rehearse(
      ChatSource chat,
      ChatSource living,
      @Nullable DirectoryList directory,
      ReportFile page,
      Results results)
      throws IOException {
    var request =
        new Rehearsal.Request(chat, living, directory, pool, Instant.now(), session.watch());
    Rehearsal.Result result = Rehearsal.run(request);
    var account = new RehearsalAccount(chat, living, result);
    page.write(account.title(), account::write);
    if (results.isJson()) {
      results.json(account.json());
    } else {
      account.print(results.page());
    }
    return result.verdict() == Verdict.CLEAN ? ExitCode.DONE : ExitCode.NO;
  }
}
