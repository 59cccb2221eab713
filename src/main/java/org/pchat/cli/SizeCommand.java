package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.pchat.database.DatabaseAddress;
import org.pchat.model.OriginKind;
import org.pchat.pages.SqlServerFile;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.UnsupportedArchiveException;
import org.pchat.select.Inventory;
import org.pchat.size.DatabaseSize;
import org.pchat.size.SizeReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds exports against SQL Server backups. */
@Command(
    name = "size",
    description = "Compare the sizes of exports and SQL Server backups.",
    exitCodeList = {
      "0:done",
      "2:the command line makes no sense",
      "3:done, but records were passed over; stderr names them",
      "4:an export is damaged or encrypted",
      "5:a file cannot be read or written",
      "6:the output file exists and --force was not given",
      "12:wrong user or password"
    },
    footer = {
      "  pchat size export.zip mgc.bak",
      "  pchat size export.zip mgc.bak --schedule weekly --json | jq .year"
    })
final class SizeCommand implements Callable<Integer> {
  private final Session session;

  /** How often copies are made. */
  enum Schedule {
    /** Every hour. */
    HOURLY(365 * 24),
    /** Every night. */
    DAILY(365),
    /** Once a week. */
    WEEKLY(52),
    /** Once a month. */
    MONTHLY(12);

    private final int copies;

    Schedule(int copies) {
      this.copies = copies;
    }

    /** Returns how many a year. */
    int copies() {
      return copies;
    }

    /** Returns the word that the user types. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Exports, unpacked exports, backups, data files, embedded pools.")
  private List<String> files;

  @Option(
      names = "--schedule",
      paramLabel = "WORD",
      defaultValue = "daily",
      description =
          "How often copies are made, for what a year of them takes: hourly, daily, weekly or monthly (default: ${DEFAULT-VALUE}).")
  private Schedule schedule = Schedule.DAILY;

  @Mixin private PoolSourceOptions how;
  @Mixin private OutputOptions output;

  SizeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    var partial = new AtomicBoolean();
    session.protect(files, output);
    return session.write(
        output,
        results -> {
          List<SizeReport.Item> items = new ArrayList<>();
          SizeReport.Looking looking = looking(partial);
          for (String file : files) {
            items.add(
                DatabaseAddress.isAddress(file)
                    ? pool(file, partial)
                    : SizeReport.measure(Sources.file(file), looking));
          }
          var figures = new SizeFigures(SizeReport.of(items), schedule);
          if (results.isJson()) {
            results.json(figures.json());
          } else {
            figures.print(results.page());
          }
          return partial.get() ? ExitCode.PARTIAL : ExitCode.DONE;
        });
  }

  private SizeReport.Looking looking(AtomicBoolean partial) {
    return new SizeReport.Looking() {
      @Override
      public OptionalLong messages(Path file) throws IOException {
        return SizeCommand.this.messages(file.toString(), partial);
      }

      @Override
      public Optional<DatabaseSize> database(Path file) throws IOException {
        return SizeCommand.this.database(file, partial);
      }
    };
  }

  /** A file that cannot be read is measured all the same. */
  private Optional<DatabaseSize> database(Path file, AtomicBoolean partial) throws IOException {
    AtomicReference<@Nullable DatabaseSize> size = new AtomicReference<>();
    ExitCode exit;
    try {
      exit =
          session.examine(
              output,
              false,
              (watch, problems) -> {
                try (var sql = SqlServerFile.open(List.of(file), how.set, watch, problems)) {
                  size.set(DatabaseSize.of(sql, Files.size(file)));
                }
                return ExitCode.DONE;
              });
    } catch (ArchiveException unread) {
      session.say("warning: " + unread.problem());
      exit = ExitCode.PARTIAL;
    }
    if (exit != ExitCode.DONE) {
      partial.set(true);
    }
    return Optional.ofNullable(size.get());
  }

  /** Only a pool in a file has a size that a file system knows. */
  private SizeReport.Item pool(String address, AtomicBoolean partial) throws IOException {
    Path file =
        DatabaseAddress.parse(address)
            .file()
            .orElseThrow(
                () ->
                    new UsageException(
                        "%s: no database is asked for its size; name its backup or its data file"
                            .formatted(address)));
    long messages = messages(address, partial).orElse(0);
    return SizeReport.Item.of(address, OriginKind.DATABASE.word(), Files.size(file), messages);
  }

  private OptionalLong messages(String file, AtomicBoolean partial) throws IOException {
    long[] count = new long[1];
    try {
      ExitCode exit =
          session.open(
              file,
              how,
              output,
              false,
              source -> {
                count[0] = Inventory.of(source).counts().messages();
                return ExitCode.DONE;
              });
      if (exit != ExitCode.DONE) {
        partial.set(true);
      }
      return OptionalLong.of(count[0]);
    } catch (UnsupportedArchiveException noExport) {
      return OptionalLong.empty();
    }
  }
}
