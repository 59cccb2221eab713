package org.pchat.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.pchat.problem.Location;
import org.pchat.problem.OutputProblem;
import org.pchat.problem.Problem;
import org.pchat.problem.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the life of an export on the samples; every command that it runs is printed. */
@Command(
    name = "demo",
    description = "Show what there is, on sample data; each command is printed.",
    exitCodeList = {
      "0:done",
      "2:the command line makes no sense",
      "5:the samples or the folder cannot be read or written",
      "6:the folder holds something already and --force was not given"
    },
    footer = {"  pchat demo", "  pchat demo --folder /tmp/demo --force"})
final class DemoCommand implements Callable<Integer> {
  private static final String MONDAY = "contoso-monday.zip";
  private static final String TUESDAY = "contoso-tuesday.zip";
  private final Session session;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      defaultValue = "pchat-demo",
      description = "Where to put what is made (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("pchat-demo");

  @Option(names = "--force", description = "Replace what an earlier demo made.")
  private boolean force;

  @Option(names = "--debug", description = "Print the stack trace when something fails.")
  boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this help.")
  boolean help;

  /** A command, why it is run, and the exit code that it should end with. */
  private record Step(String why, int exit, List<String> words) {
    static Step of(String why, int exit, Object... words) {
      return new Step(why, exit, Stream.of(words).map(Object::toString).toList());
    }

    /** Returns the command as it can be typed into a Unix shell and PowerShell alike. */
    String typed() {
      List<String> quoted =
          words.stream()
              .map(word -> word.matches("[\\w./:@=+-]+") ? word : "'" + word + "'")
              .toList();
      return "pchat " + String.join(" ", quoted);
    }
  }

  DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Path samples = samples();
    prepare();
    return session.write(
        new ResultOptions(),
        results -> {
          for (Step step : steps(samples)) {
            results.page().line("# " + step.why());
            results.page().line("$ " + step.typed());
            results.flush();
            int exit = session.run(step.words());
            if (exit != step.exit()) {
              throw new IOException(
                  "the demo stopped: this command ended with %d instead of %d"
                      .formatted(exit, step.exit()));
            }
            results.page().line();
          }
          String place = results.page().safe(folder.toString());
          results.page().line("# What was made is in " + place);
          return ExitCode.DONE;
        });
  }

  private List<Step> steps(Path samples) {
    Path monday = samples.resolve(MONDAY);
    Path tuesday = samples.resolve(TUESDAY);
    String pool = "jdbc:h2:" + folder.resolve("pool").toAbsolutePath();
    Path first = folder.resolve("first.zip");
    Path second = folder.resolve("second.zip");
    List<Step> steps = new ArrayList<>();
    steps.add(
        Step.of(
            "A pool to try things in, made from a sample", 0, "import", monday, "--into", pool));
    steps.add(
        Step.of(
            "Its logical backup, with a page for the files",
            0,
            "export",
            pool,
            "-o",
            first,
            "--report",
            folder.resolve("first.html")));
    steps.add(Step.of("What is in it", 0, "info", first));
    steps.add(Step.of("Is it sound?", 0, "validate", first));
    steps.add(Step.of("Is it the sample, record for record?", 0, "diff", monday, first));
    steps.add(
        Step.of(
            "A day passes in the pool",
            0,
            "import",
            tuesday,
            "--into",
            pool,
            "--content",
            "replaced"));
    steps.add(Step.of("The next backup", 0, "export", pool, "-o", second));
    steps.add(Step.of("What happened that day", 1, "diff", first, second, "--top", "3"));
    return steps;
  }

  private void prepare() throws IOException {
    Files.createDirectories(folder);
    for (String name : List.of("pool.mv.db", "first.zip", "first.html", "second.zip")) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        if (!force) {
          throw new RefusedException(
              Problem.of(OutputProblem.EXISTS, Location.of(file.toString())));
        }
        Files.delete(file);
      }
    }
  }

  /** The samples lie beside the program: in a release one folder above lib, in a checkout two. */
  private static Path samples() throws IOException {
    Path at = programme();
    for (int level = 0; at != null && level < 4; level++) {
      Path samples = at.resolve("samples");
      if (Files.exists(samples.resolve(MONDAY))) {
        return near(samples);
      }
      at = at.getParent();
    }
    throw new FileSystemException(
        "samples", null, "the samples are not there; unpack the release again");
  }

  /** Returns a short name for a folder, so that commands can be read. */
  private static Path near(Path samples) {
    Path here = Path.of("").toAbsolutePath();
    return samples.startsWith(here) ? here.relativize(samples) : samples;
  }

  private static Path programme() throws IOException {
    try {
      return Path.of(DemoCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toAbsolutePath();
    } catch (java.net.URISyntaxException odd) {
      throw new IOException(odd);
    }
  }
}
