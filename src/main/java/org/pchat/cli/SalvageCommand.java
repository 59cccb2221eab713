package org.pchat.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pchat.salvage.Account;
import org.pchat.salvage.AccountPage;
import org.pchat.salvage.Salvage;
import org.pchat.salvage.SalvageRequest;
import org.pchat.zip.PendingFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves what can be saved of a damaged export. */
@Command(
    name = "salvage",
    description = "Save what is whole of a damaged export, and account for the rest.",
    exitCodeList = {
      "0:done, and nothing was lost",
      "2:the command line makes no sense",
      "3:done, but something was lost; the account names it",
      "4:nothing can be saved, or it is no export",
      "5:a file cannot be read or written",
      "6:the output file exists and --force was not given"
    },
    footer = {
      "  pchat salvage damaged.zip -o saved.zip",
      "  pchat salvage damaged.zip -o saved.zip --report account.html"
    })
final class SalvageCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "ARCHIVE", description = "The damaged export, or an unpacked one.")
  private String archive;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Write the account as a page, too.")
  private @Nullable Path report;

  @Option(
      names = "--keep-doubtful",
      description =
          "Take records from entries, too, whose checksum says that some byte of them is wrong.")
  private boolean keepDoubtful;

  @Mixin private LayoutOptions how;
  @Mixin private OutputOptions output;

  SalvageCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Path target = output.result.target("the export");
    session.protect(List.of(archive), output);
    Path source = Sources.file(archive);
    var request =
        new SalvageRequest(
            source, target, output.result.force, how.layout, keepDoubtful, how.maxUnpacked());
    try (PendingFile page = page()) {
      Account account =
          session.watched(length(source), output, watch -> Salvage.run(request, watch));
      writePage(page, account);
      return session.write(
          output.printed(),
          results -> {
            new AccountPrinter(account, target).print(results);
            return exit(account);
          });
    }
  }

  private static long length(Path source) throws IOException {
    return Files.isRegularFile(source) ? Files.size(source) : 0;
  }

  private @Nullable PendingFile page() throws IOException {
    return report == null ? null : PendingFile.create(report, output.result.force);
  }

  private static void writePage(@Nullable PendingFile page, Account account) throws IOException {
    if (page == null) {
      return;
    }
    var out =
        new BufferedWriter(
            new OutputStreamWriter(
                Channels.newOutputStream(page.channel()), StandardCharsets.UTF_8));
    AccountPage.write(out, account);
    out.flush();
    page.commit(written -> {});
  }

  private static ExitCode exit(Account account) {
    if (!account.written()) {
      return ExitCode.BAD_INPUT;
    }
    return account.isWhole() ? ExitCode.DONE : ExitCode.PARTIAL;
  }
}
