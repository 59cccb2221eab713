package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.pchat.backupfile.BackupReader;
import org.pchat.database.DatabaseAddress;
import org.pchat.pages.SqlServerFile;
import org.pchat.problem.ProblemLog;
import org.pchat.select.Inventory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what a source holds. */
@Command(
    name = "info",
    description = "Tell what is in an export: counts, dates, size, problems.",
    exitCodeList = {
      "0:done",
      "2:the command line makes no sense",
      "3:done, but records were passed over; stderr names them",
      "4:the source is damaged, encrypted or not understood",
      "5:a file cannot be read or written",
      "6:the output file exists and --force was not given",
      "12:wrong user or password of a database"
    },
    footer = {"  pchat info export.zip", "  pchat info export.zip --json | jq .counts.messages"})
final class InfoCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "SOURCE", description = "An export, packed or not, or a JDBC URL.")
  private String source;

  @Option(
      names = "--quick",
      description =
          "Believe the manifest about messages instead of reading them; gives no dates and no file links.")
  private boolean quick;

  @Mixin private PoolSourceOptions how;
  @Mixin private OutputOptions output;

  InfoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    return isOtherDatabase() ? other() : pool();
  }

  private boolean isOtherDatabase() throws IOException {
    if (DatabaseAddress.isAddress(source)) {
      return false;
    }
    List<Path> files = Sources.files(source);
    return BackupReader.recognises(files.get(0))
        && !BackupReader.holdsPool(files, how.set, ProblemLog.tolerant());
  }

  /** Of a database that is no pool there is still what the file says about itself. */
  private int other() throws IOException {
    session.protect(List.of(source), output);
    return session.write(
        output,
        results ->
            session.examine(
                output,
                results.isTerminal(),
                (watch, problems) -> {
                  List<Path> files = Sources.files(source);
                  try (var file = SqlServerFile.open(files, how.set, watch, problems)) {
                    new OtherDatabase(source, file, problems).print(results);
                  }
                  return ExitCode.DONE;
                }));
  }

  private int pool() throws IOException {
    return session.read(
        source,
        how,
        output,
        (chat, results) -> {
          Inventory inventory = quick ? Inventory.stated(chat) : Inventory.of(chat);
          var summary = new Summary(chat, inventory, output.displayZone());
          if (results.isJson()) {
            results.json(summary.json());
          } else {
            summary.print(results.page());
          }
          return ExitCode.DONE;
        });
  }
}
