package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pchat.archive.Checks;
import org.pchat.archive.Export;
import org.pchat.archive.ExportReader;
import org.pchat.backupfile.BackupReader;
import org.pchat.backupfile.BackupSource;
import org.pchat.check.CheckOptions;
import org.pchat.check.SnapshotCheck;
import org.pchat.database.DatabaseAddress;
import org.pchat.model.ChatSource;
import org.pchat.model.ReadOptions;
import org.pchat.order.SortedSource;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.Severity;
import org.pchat.spill.SortSpace;
import org.pchat.zip.Container;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds every fault of exports. */
@Command(
    name = "validate",
    description = "Find every fault of exports, name it, and say what to do.",
    exitCodeList = {
      "0:valid; there may be warnings",
      "1:not valid: errors, or warnings with --fail-on warning",
      "2:the command line makes no sense",
      "4:an export cannot be read to its end, or is none",
      "5:a file cannot be read or written",
      "6:the output file exists and --force was not given",
      "12:wrong user or password"
    },
    footer = {
      "  pchat validate export.zip",
      "  pchat validate --json *.zip | jq -r '.problems[].code' | sort | uniq -c",
      "  pchat explain XSD-003"
    })
final class ValidateCommand implements Callable<Integer> {
  private static final int PROBLEMS_SHOWN = 100;
  private static final int VERBOSE_CAP = 100_000;

  private final Session session;

  /** What makes an export invalid. */
  enum FailOn {
    /** Errors, and what is fatal. */
    ERROR,
    /** Warnings too. */
    WARNING;

    /** Returns the word that the user types. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "ARCHIVE",
      description = "Exports, unpacked ones, backups, data files, or pools in databases.")
  private List<String> archives;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "error",
      description = "What makes an export invalid: error or warning (default: ${DEFAULT-VALUE}).")
  private FailOn failOn = FailOn.ERROR;

  @Option(
      names = "--strict",
      description =
          "Take it for an error when a rule of a sound pool is broken; rules that are only deduced stay warnings.")
  private boolean strict;

  @Option(
      names = "--max-problems",
      paramLabel = "N",
      description =
          "Print at most N problems of each severity for each archive (default: 100, or 100000 with --verbose); all are counted.")
  private @Nullable Integer maxProblems;

  @Option(
      names = "--schema",
      paramLabel = "FILE",
      description =
          "Check entries whose root element this XML Schema declares against it, instead of the layout's own; it may include files of its own folder, and nothing is fetched. May be given several times.")
  private List<Path> schemas = new ArrayList<>();

  @Mixin private PoolSourceOptions how;
  @Mixin private OutputOptions output;

  ValidateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (maxProblems != null && maxProblems < 0) {
      throw new UsageException("--max-problems: it must be 0 or more, not " + maxProblems);
    }
    session.protect(archives, output);
    Checks checks = Checks.with(schemas);
    return session.judge(output, results -> validate(checks, results));
  }

  private ExitCode validate(Checks checks, Results results) throws IOException {
    var exit = ExitCode.DONE;
    List<Verdict> verdicts = new ArrayList<>();
    for (String archive : archives) {
      try {
        Verdict verdict = validate(archive, checks, results.isTerminal());
        verdicts.add(verdict);
        exit = exit.or(verdict.exit(failOn == FailOn.WARNING));
        if (!results.isJson()) {
          print(verdict, results.page());
        }
      } catch (ClosedPipeException nobodyReads) {
        throw nobodyReads;
      } catch (IOException unread) {
        if (archives.size() == 1) {
          throw unread;
        }
        session.fail(Failure.of(unread).orElseThrow(), output.json);
        exit = exit.or(ExitCode.IO);
      }
    }
    if (results.isJson()) {
      results.json(json(verdicts, exit));
      verdicts.stream()
          .flatMap(verdict -> verdict.problems().problems().stream())
          .filter(problem -> problem.severity() == Severity.FATAL)
          .findFirst()
          .ifPresent(fatal -> session.fail(Failure.of(ExitCode.BAD_INPUT, fatal), true));
    }
    return exit;
  }

  private Verdict validate(String archive, Checks checks, boolean prints) throws IOException {
    int cap = maxProblems != null ? maxProblems : output.verbose ? VERBOSE_CAP : PROBLEMS_SHOWN;
    ProblemLog log = ProblemLog.tolerant(cap);
    try {
      session.follow(
          archive,
          output,
          prints,
          progress -> {
            ReadOptions options = how.readOptions(progress, output.verbose).with(log);
            if (DatabaseAddress.isAddress(archive)) {
              checkPool(archive, options.with(how.login(session.terminal())));
            } else if (BackupReader.recognises(Sources.files(archive).get(0))) {
              checkBackup(archive, options);
            } else {
              checkExport(archive, options, checks, progress);
            }
            return ExitCode.DONE;
          });
    } catch (ArchiveException stopped) {
      Problem why = stopped.problem();
      log.add(new Problem(why.code(), Severity.FATAL, why.where(), why.arguments()));
    }
    return new Verdict(archive, log);
  }

  private void checkExport(String archive, ReadOptions options, Checks checks, Progress progress)
      throws IOException {
    Optional<Container> container = Sources.container(archive, options.watch());
    try (Export export =
        container.isPresent()
            ? ExportReader.checked(container.get(), options, checks)
            : ExportReader.checked(Path.of(archive), options, checks)) {
      progress.expect(export.origin().bytes());
      SnapshotCheck.run(export, CheckOptions.defaults().withStrict(strict));
      export.checkRest();
    }
  }

  private void checkBackup(String archive, ReadOptions options) throws IOException {
    try (BackupSource backup = BackupReader.open(Sources.files(archive), options)) {
      SnapshotCheck.run(backup, CheckOptions.defaults().withStrict(strict));
      backup.file().database().checkRest();
    }
  }

  /** A pool has neither entries nor schemas; its references and rules are what there is. */
  private void checkPool(String address, ReadOptions options) throws IOException {
    try (ChatSource pool =
        SortedSource.of(Sources.open(address, options), options.watch(), SortSpace.defaults())) {
      SnapshotCheck.run(pool, CheckOptions.defaults().withStrict(strict));
    }
  }

  /** Quiet leaves warnings out, unless they are what makes an export invalid. */
  private boolean tellsWarnings() {
    return !output.quiet || failOn == FailOn.WARNING;
  }

  private List<Problem> shown(Verdict verdict) {
    return verdict.problems().problems().stream()
        .filter(problem -> problem.severity() != Severity.WARNING || tellsWarnings())
        .toList();
  }

  /** Prints the problems and the verdict, each as one line, so that no name can forge another. */
  private void print(Verdict verdict, Page page) throws IOException {
    for (Problem problem : shown(verdict)) {
      page.line(problem.severity().word() + ": " + Printable.line(problem.toString()));
    }
    if (verdict.problems().dropped() > 0) {
      page.line(
          "... and "
              + verdict.problems().dropped()
              + " more; --max-problems or --verbose shows them");
    }
    boolean valid = verdict.exit(failOn == FailOn.WARNING) == ExitCode.DONE;
    String word = page.in(Style.BOLD, valid ? "valid" : "invalid");
    page.line(Printable.line(verdict.archive()) + ": " + word + counts(verdict));
  }

  private static String counts(Verdict verdict) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : List.of(Severity.FATAL, Severity.ERROR, Severity.WARNING)) {
      long count = verdict.count(severity);
      if (count > 0) {
        String plural = severity == Severity.FATAL || count == 1 ? "" : "s";
        counts.add(String.format(Locale.ROOT, "%,d %s%s", count, severity.word(), plural));
      }
    }
    return counts.isEmpty() ? "" : " (" + String.join(", ", counts) + ")";
  }

  private Map<String, Object> json(List<Verdict> verdicts, ExitCode exit) {
    List<Map<String, Object>> perArchive = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    long dropped = 0;
    for (Verdict verdict : verdicts) {
      perArchive.add(json(verdict));
      problems.addAll(shown(verdict));
      dropped += verdict.problems().dropped();
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("verdict", word(exit));
    json.put("archives", perArchive);
    json.put("problems", Problems.json(problems));
    json.put("notShown", dropped);
    return json;
  }

  private Map<String, Object> json(Verdict verdict) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("archive", verdict.archive());
    json.put("verdict", word(verdict.exit(failOn == FailOn.WARNING)));
    json.put("fatal", verdict.count(Severity.FATAL));
    json.put("errors", verdict.count(Severity.ERROR));
    json.put("warnings", verdict.count(Severity.WARNING));
    return json;
  }

  private static String word(ExitCode exit) {
    return exit == ExitCode.DONE ? "valid" : "invalid";
  }
}
