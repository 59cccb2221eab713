package org.pchat.cli;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that print records or figures. */
final class OutputOptions {
  /** When to use colours. */
  enum Color {
    /** On a terminal, unless NO_COLOR is set. */
    AUTO,
    /** Always. */
    ALWAYS,
    /** Never. */
    NEVER;

    /** Returns the word that the user types. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(names = "--json", description = "Print JSON for programs instead of text for people.")
  boolean json;

  @Option(
      names = "--tz",
      paramLabel = "ZONE",
      description = "Show times in this zone, such as Europe/Berlin or +02:00 (default: UTC).")
  @Nullable String zone;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "Use colours: auto, always or never (default: ${DEFAULT-VALUE}; NO_COLOR is respected).")
  Color color = Color.AUTO;

  @Option(names = "--no-progress", description = "Show no progress bar.")
  boolean noProgress;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print errors only, no warnings.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Print every problem and what each option matched.")
  boolean verbose;

  @Mixin ResultOptions result;

  /** Returns the zone in which times are shown and dates are read. */
  ZoneId displayZone() {
    return zone(zone == null ? "UTC" : zone, "--tz");
  }

  /** Parses a zone that an option names. */
  static ZoneId zone(String text, String option) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unknown) {
      throw new UsageException(
          option
              + ": there is no zone \""
              + text
              + "\"; write a name such as Europe/Berlin, an offset such as +02:00, or UTC");
    }
  }

  /** Returns the options for what is printed where {@code -o} names another result. */
  OutputOptions printed() {
    var printed = new OutputOptions();
    printed.json = json;
    printed.color = color;
    printed.quiet = quiet;
    printed.verbose = verbose;
    printed.result = new ResultOptions();
    return printed;
  }

  boolean colored(Terminal terminal) {
    return switch (color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          terminal.outIsTerminal() && terminal.environment().getOrDefault("NO_COLOR", "").isEmpty();
    };
  }
}
