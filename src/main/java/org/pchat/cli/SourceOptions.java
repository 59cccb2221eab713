package org.pchat.cli;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Login;
import org.pchat.model.ReadOptions;
import org.pchat.model.Watch;
import org.pchat.problem.ProblemLog;
import picocli.CommandLine.Option;

/** The options of every command that reads an export. */
class SourceOptions {
  private static final int VERBOSE_CAP = 100_000;

  @Option(
      names = "--layout",
      paramLabel = "NAME|FILE",
      description =
          "Read the source in this layout, or in the one that FILE describes, instead of recognising it.")
  @Nullable String layout;

  @Option(
      names = "--source-tz",
      paramLabel = "ZONE",
      description =
          "The zone in which the source's times are written (default: they are taken as UTC).")
  @Nullable String sourceZone;

  @Option(
      names = "--max-unpacked",
      paramLabel = "SIZE",
      description =
          "Refuse sources that unpack to more than this, such as 500G (default: 200 times their length, at least 4G).")
  @Nullable String maxUnpacked;

  @Option(
      names = "--set",
      paramLabel = "NUMBER",
      description = "The backup set to read, where a SQL Server backup holds several.")
  int set;

  /** Returns who reads, where a source asks. */
  Login login(Terminal terminal) {
    return Login.NONE;
  }

  ReadOptions readOptions(Watch watch, boolean verbose) {
    ZoneId zone = sourceZone == null ? null : OutputOptions.zone(sourceZone, "--source-tz");
    ProblemLog problems = verbose ? ProblemLog.tolerant(VERBOSE_CAP) : ProblemLog.tolerant();
    var options =
        new ReadOptions(
            problems,
            watch,
            zone,
            layout,
            maxUnpacked == null ? 0 : Bytes.parse(maxUnpacked, "--max-unpacked"));
    return options.withSet(set);
  }
}
