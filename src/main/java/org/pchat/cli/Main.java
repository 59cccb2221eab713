package org.pchat.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.pchat.cli.CompletionCommand.Shell;
import org.pchat.cli.DiffCommand.Format;
import org.pchat.cli.ListCommand.What;
import org.pchat.cli.OutputOptions.Color;
import org.pchat.cli.SizeCommand.Schedule;
import org.pchat.cli.ValidateCommand.FailOn;
import org.pchat.database.ImportRules;
import org.pchat.diff.Match;
import org.pchat.model.Level;
import org.pchat.select.Grouping;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: {@link #run} for tests and other programs, {@link #main} for the shell. */
public final class Main {
  private Main() {}

  /** Runs the tool and ends the process with its exit code. */
  public static void main(String[] args) {
    var cancelled = new AtomicBoolean();
    var err = new FileOutputStream(FileDescriptor.err);
    var finished = Interrupts.watch(cancelled, new PrintStream(err, true, StandardCharsets.UTF_8));
    var out = new ResultStream(new FileOutputStream(FileDescriptor.out), "standard output");
    int exit = run(args, Terminal.ofProcess(out, err), cancelled);
    finished.countDown();
    System.exit(exit);
  }

  /**
   * Runs the tool.
   *
   * @param args what the user typed
   * @param terminal where to print
   * @param cancelled becomes true, from another thread, when the user wants it to stop
   * @return the exit code
   */
  static int run(String[] args, Terminal terminal, AtomicBoolean cancelled) {
    var session = new Session(terminal, cancelled);
    boolean json = isSet("--json", args, terminal.environment());
    boolean debug = isSet("--debug", args, terminal.environment());
    CommandLine line = commandLine(session);
    line.setParameterExceptionHandler((wrong, ignored) -> fail(session, usage(wrong), json));
    line.setExecutionExceptionHandler(
        (thrown, command, parsed) -> fail(session, thrown, json, debug));
    try {
      int exit = line.execute(args);
      IOException unsaid = terminal.out() instanceof ResultStream out ? out.failure() : null;
      return exit == 0 && unsaid != null ? fail(session, unsaid, json, debug) : exit;
    } catch (StackOverflowError | OutOfMemoryError exhausted) {
      return fail(session, exhausted, json, debug);
    }
  }

  private static List<Object> commands(Session session) {
    return List.of(
        new InfoCommand(session),
        new ListCommand(session),
        new ShowCommand(session),
        new StatsCommand(session),
        new SizeCommand(session),
        new TablesCommand(session),
        new ValidateCommand(session),
        new ExplainCommand(session),
        new DiffCommand(session),
        new WhyCommand(session),
        new TimelineCommand(session),
        new ReconcileCommand(session),
        new SalvageCommand(session),
        new LayoutCommand(session),
        new SpecimenCommand(session),
        new ExportCommand(session),
        new PackageCommand(session),
        new RehearseCommand(session),
        new ImportCommand(session),
        new InitCommand(session),
        new BackupCommand(session),
        new SnapshotsCommand(session),
        new RestoreCommand(session),
        new VerifyCommand(session),
        new ForgetCommand(session),
        new AcceptCommand(session),
        new UnlockCommand(session),
        new RunbookCommand(session),
        new DemoCommand(session),
        new CompletionCommand(session),
        new HelpCommand(session));
  }

  static CommandLine commandLine(Session session) {
    var line = new CommandLine(new PchatCommand());
    commands(session).forEach(line::addSubcommand);
    Terminal terminal = session.terminal();
    line.setExpandAtFiles(false);
    registerWords(line);
    line.setDefaultValueProvider(new EnvironmentDefaults(terminal.environment()));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setUsageHelpWidth(Math.max(80, terminal.columns()));
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    Help.install(line);
    return line;
  }

  /** Words of ours are typed as they are printed. */
  private static void registerWords(CommandLine line) {
    line.registerConverter(Shell.class, new WordConverter<>(Shell.values()));
    line.registerConverter(What.class, new WordConverter<>(What.values()));
    line.registerConverter(
        LayoutCommand.What.class, new WordConverter<>(LayoutCommand.What.values()));
    line.registerConverter(Color.class, new WordConverter<>(Color.values()));
    line.registerConverter(FailOn.class, new WordConverter<>(FailOn.values()));
    line.registerConverter(Match.class, new WordConverter<>(Match.values()));
    line.registerConverter(Schedule.class, new WordConverter<>(Schedule.values()));
    line.registerConverter(Format.class, new WordConverter<>(Format.values()));
    line.registerConverter(Grouping.class, new WordConverter<>(Grouping.values()));
    line.registerConverter(
        org.pchat.runbook.Format.class, new WordConverter<>(org.pchat.runbook.Format.values()));
    line.registerConverter(Level.class, new WordConverter<>(Level.values()));
    line.registerConverter(
        ImportRules.Match.class, new WordConverter<>(ImportRules.Match.values()));
    line.registerConverter(
        ImportRules.Numbering.class, new WordConverter<>(ImportRules.Numbering.values()));
    line.registerConverter(
        ImportRules.Content.class, new WordConverter<>(ImportRules.Content.values()));
  }

  private static int fail(Session session, Throwable thrown, boolean json, boolean debug) {
    Optional<Failure> failure = Failure.of(thrown);
    if (debug && failure.isPresent()) {
      thrown.printStackTrace(
          new PrintWriter(session.terminal().err(), true, StandardCharsets.UTF_8));
    }
    return failure.map(f -> fail(session, f, json)).orElse(ExitCode.DONE.number());
  }

  private static int fail(Session session, Failure failure, boolean json) {
    session.fail(failure, json);
    return failure.exit().number();
  }

  private static Failure usage(ParameterException wrong) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    String message = String.valueOf(wrong.getMessage());
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      message +=
          "; did you mean "
              + String.join(" or ", unmatched.getSuggestions().stream().limit(3).toList())
              + "?";
    }
    return Failure.usage(
        message.replace('\n', ' ') + "; `" + command + " --help` shows what there is");
  }

  /** Looks for a flag before parsing, since parsing itself may fail. */
  private static boolean isSet(String flag, String[] args, Map<String, String> environment) {
    for (String arg : args) {
      if (arg.equals("--")) {
        break;
      }
      if (arg.equals(flag) || arg.equals(flag + "=true")) {
        return true;
      }
    }
    return Boolean.parseBoolean(environment.get(EnvironmentDefaults.variable(flag)));
  }
}
