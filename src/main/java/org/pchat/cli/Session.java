package org.pchat.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.pchat.archive.UnfamiliarArchive;
import org.pchat.database.DatabaseException;
import org.pchat.model.ChatSource;
import org.pchat.model.ReadOptions;
import org.pchat.model.Watch;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Location;
import org.pchat.problem.OutputProblem;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.RefusedException;
import org.pchat.problem.Severity;
import org.pchat.select.DateRange;
import org.pchat.select.Resolution;
import org.pchat.select.Selection;
import org.pchat.union.UnionSource;
import org.pchat.zip.Container;

/**
 * One run of the tool: opens what a command reads, gives it a place for results, and tells on
 * stderr what was met.
 */
final class Session {
  private static final int PROBLEMS_SHOWN = 10;

  private final Terminal terminal;
  private final AtomicBoolean cancelled;
  private final PrintStream err;

  /** A failure that tells already which source failed, also to who opened another around it. */
  private static final class NamedException extends IOException {
    private static final long serialVersionUID = 1L;

    NamedException(String name, IOException unnamed) {
      super(name + ": " + unnamed.getMessage(), unnamed);
    }
  }

  /** What a command does with an open source. */
  interface SourceJob {
    ExitCode run(ChatSource source, Results results) throws IOException;
  }

  /** What is done with an open source. */
  interface Reading {
    ExitCode of(ChatSource source) throws IOException;
  }

  /** What a command does with an archive whose layout nobody described. */
  interface Inspection {
    ExitCode run(UnfamiliarArchive archive, Results results) throws IOException;
  }

  /** What is done with files that are no sources. */
  interface Examination {
    ExitCode run(Watch watch, ProblemLog problems) throws IOException;
  }

  /** What a command does that reads no source. */
  interface Job {
    ExitCode run(Results results) throws IOException;
  }

  Session(Terminal terminal, AtomicBoolean cancelled) {
    this.terminal = terminal;
    this.cancelled = cancelled;
    this.err = new PrintStream(terminal.err(), true, StandardCharsets.UTF_8);
  }

  /** Runs another command line, with the same streams, and returns its exit code. */
  int run(List<String> words) {
    return Main.run(words.toArray(String[]::new), terminal, cancelled);
  }

  /** Returns what tells a job that the user wants it to stop. */
  Watch watch() {
    return new Progress(cancelled, false, terminal);
  }

  Terminal terminal() {
    return terminal;
  }

  /** Opens the source, runs the job on it, and reports the problems that reading met. */
  int read(String name, SourceOptions how, OutputOptions output, SourceJob job) throws IOException {
    protect(List.of(name), output);
    return write(
        output,
        results ->
            open(name, how, output, results.isTerminal(), source -> job.run(source, results)));
  }

  /** Opens an archive whose layout nobody described, and runs the job on it. */
  int inspect(String name, SourceOptions how, OutputOptions output, Inspection job)
      throws IOException {
    protect(List.of(name), output);
    return write(
        output,
        results -> {
          boolean visible = terminal.errIsTerminal() && !output.noProgress && !output.quiet;
          var progress = new Progress(cancelled, visible && !results.isTerminal(), terminal);
          ReadOptions options = how.readOptions(progress, output.verbose);
          try (var archive = unfamiliar(name, options)) {
            progress.expect(archive.bytes());
            return job.run(archive, results).or(report(options.problems(), output));
          } finally {
            progress.end();
          }
        });
  }

  private static UnfamiliarArchive unfamiliar(String name, ReadOptions options) throws IOException {
    Optional<Container> container = Sources.container(name, options.watch());
    return container.isPresent()
        ? UnfamiliarArchive.open(container.get(), options)
        : UnfamiliarArchive.open(Path.of(name), options);
  }

  /** Refuses to write over what is about to be read, by whatever name. */
  void protect(List<String> sources, OutputOptions output) throws IOException {
    Path target = output.result.file();
    if (target == null || !Files.exists(target)) {
      for (String source : sources) {
        Sources.read(source);
      }
      return;
    }
    for (String source : sources) {
      for (Path file : Sources.read(source)) {
        if (Files.exists(file) && isPartOf(target, file)) {
          throw new RefusedException(
              Problem.of(OutputProblem.IS_THE_SOURCE, Location.of(target.toString())));
        }
      }
    }
  }

  /** Returns whether this is the source, or a file of the directory that is the source. */
  private static boolean isPartOf(Path target, Path source) throws IOException {
    return Files.isSameFile(target, source)
        || (Files.isDirectory(source) && target.toRealPath().startsWith(source.toRealPath()));
  }

  /**
   * Opens a source for a job that prints nothing by itself, and reports the problems that reading
   * met.
   *
   * @param prints whether results appear on a terminal meanwhile, so that a bar would disturb them
   */
  ExitCode open(
      String name, SourceOptions how, OutputOptions output, boolean prints, Reading reading)
      throws IOException {
    Progress progress = progress(output, prints);
    ReadOptions options = how.readOptions(progress, output.verbose).with(how.login(terminal));
    try {
      ExitCode exit = open(name, options, progress, reading);
      return exit.or(report(options.problems(), output));
    } catch (ArchiveException | IOException failed) {
      report(options.problems(), output);
      throw failed;
    }
  }

  /**
   * Runs a job that opens files that are no sources and prints nothing on stderr, and reports the
   * problems that it met.
   *
   * @param prints whether results appear on a terminal meanwhile, so that a bar would disturb them
   */
  ExitCode examine(OutputOptions output, boolean prints, Examination job) throws IOException {
    Progress progress = progress(output, prints);
    ProblemLog problems = ProblemLog.tolerant();
    try {
      return job.run(progress, problems).or(report(problems, output));
    } catch (ArchiveException | IOException failed) {
      report(problems, output);
      throw failed;
    } finally {
      progress.end();
    }
  }

  /** What is done with several open sources as one. */
  interface Uniting {
    ExitCode of(UnionSource union) throws IOException;
  }

  /**
   * Opens several sources as one archive, and reports the problems that reading met. One that
   * cannot be opened is told and left out, unless it is the only one.
   *
   * @param prints whether results appear on a terminal meanwhile, so that a bar would disturb them
   */
  ExitCode unite(
      List<String> names, SourceOptions how, OutputOptions output, boolean prints, Uniting job)
      throws IOException {
    Progress progress = progress(output, prints);
    ReadOptions options = how.readOptions(progress, output.verbose).with(how.login(terminal));
    try {
      ExitCode exit =
          named(
              String.join(", ", names),
              progress,
              bar -> {
                try (UnionSource union = Piles.open(names, options, bar)) {
                  return job.of(union);
                }
              });
      return exit.or(report(options.problems(), output));
    } catch (ArchiveException | IOException failed) {
      report(options.problems(), output);
      throw failed;
    }
  }

  private Progress progress(OutputOptions output, boolean prints) {
    boolean visible = terminal.errIsTerminal() && !output.noProgress && !output.quiet && !prints;
    return new Progress(cancelled, visible, terminal);
  }

  private static ExitCode open(String name, ReadOptions options, Progress progress, Reading reading)
      throws IOException {
    return named(
        name,
        progress,
        bar -> {
          try (ChatSource source = Sources.open(name, options)) {
            bar.expect(source.origin().bytes());
            return reading.of(source);
          }
        });
  }

  /** What opens a file by itself and tells a bar how it goes on. */
  interface Followed {
    ExitCode run(Progress progress) throws IOException;
  }

  /**
   * Runs a job that opens the file of this name by itself and tells by itself what it met there.
   *
   * @param prints whether results appear on a terminal meanwhile
   */
  ExitCode follow(String name, OutputOptions output, boolean prints, Followed job)
      throws IOException {
    return named(name, progress(output, prints), job);
  }

  private static ExitCode named(String name, Progress progress, Followed reading)
      throws IOException {
    try {
      return reading.run(progress);
    } catch (FileSystemException
        | ClosedPipeException
        | NamedException
        | DatabaseException worded) {
      throw worded;
    } catch (IOException unnamed) {
      throw new NamedException(name, unnamed);
    } finally {
      progress.end();
    }
  }

  /** What is done while the user watches, or stops it. */
  interface Watched<T> {
    T run(Watch watch) throws IOException;
  }

  /**
   * Does something long.
   *
   * @param bytes how many bytes will be read, for the bar
   */
  <T> T watched(long bytes, OutputOptions output, Watched<T> work) throws IOException {
    boolean visible = terminal.errIsTerminal() && !output.noProgress && !output.quiet;
    var progress = new Progress(cancelled, visible, terminal);
    progress.expect(bytes);
    try {
      return work.run(progress);
    } finally {
      progress.end();
    }
  }

  /** Runs a job that opens sources by itself, or none. */
  int write(OutputOptions output, Job job) throws IOException {
    return write(Results.open(output, terminal), job);
  }

  /** Runs a job that writes a file of its own, so that only an account of it is printed. */
  int answer(OutputOptions output, Job job) throws IOException {
    return write(Results.onStandardOutput(output, terminal), job);
  }

  /** Runs a job whose result is plain text. */
  int write(ResultOptions output, Job job) throws IOException {
    return write(Results.open(output, terminal), job);
  }

  /** Runs a job whose result is what it found wrong, so that it counts however bad that is. */
  int judge(OutputOptions output, Job job) throws IOException {
    try (Results results = Results.open(output, terminal)) {
      ExitCode exit = job.run(results);
      results.finish();
      return exit.number();
    }
  }

  /** A file gets its name only if its source could be read to the end. */
  private static int write(Results opened, Job job) throws IOException {
    try (Results results = opened) {
      ExitCode exit = job.run(results);
      if (exit == ExitCode.BAD_INPUT) {
        results.flush();
      } else {
        results.finish();
      }
      return exit.number();
    }
  }

  /**
   * Prints the problems of a log, the worst first, and returns what they mean for the exit code.
   */
  private ExitCode report(ProblemLog log, OutputOptions output) {
    List<Problem> shown =
        log.problems().stream()
            .filter(problem -> !output.quiet || problem.severity() != Severity.WARNING)
            .sorted(Comparator.comparing(Problem::severity).reversed())
            .toList();
    int limit = output.verbose ? Integer.MAX_VALUE : PROBLEMS_SHOWN;
    shown.stream().limit(limit).forEach(problem -> say(problem.severity().word() + ": " + problem));
    long hidden = shown.size() - Math.min(limit, shown.size()) + log.dropped();
    if (hidden > 0) {
      say("... and " + hidden + " more problems; --verbose prints them");
    }
    if (log.count(Severity.FATAL) > 0) {
      if (output.json) {
        fail(Failure.of(ExitCode.BAD_INPUT, shown.get(0)), true);
      }
      return ExitCode.BAD_INPUT;
    }
    return log.count(Severity.ERROR) > 0 ? ExitCode.PARTIAL : ExitCode.DONE;
  }

  /**
   * Names what the patterns of a selection matched where that is not plain: when one matched
   * several, or on request. Times are told in UTC, whatever zone they were given in.
   */
  void explain(Selection selection, OutputOptions output) {
    DateRange dates = selection.dates();
    if (!output.quiet && !dates.equals(DateRange.ALL)) {
      String from = dates.since() == null ? "" : " from " + dates.since();
      String until = dates.until() == null ? "" : " to before " + dates.until();
      say("messages" + from + until);
    }
    for (Resolution resolution : selection.resolutions()) {
      if (output.verbose || (!output.quiet && resolution.count() > 1)) {
        say(
            "%s \"%s\" matches %d: %s%s"
                .formatted(
                    resolution.subject().word(),
                    resolution.pattern(),
                    resolution.count(),
                    String.join(
                        ", ",
                        resolution.hits().stream().limit(5).map(Resolution.Hit::label).toList()),
                    resolution.count() > 5 ? ", ..." : ""));
      }
    }
  }

  /** Prints a line on stderr; text from archives in it can forge no other, also not in a log. */
  void say(String line) {
    err.println("pchat: " + Printable.line(line));
  }

  /** Prints the last line of stderr when a run failed. */
  void fail(Failure failure, boolean json) {
    if (json) {
      err.println(failure.json());
    } else {
      say(failure.message());
    }
  }
}
