package org.pchat.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The help texts: commands in groups, by what the user wants to do, and the same sections
 * everywhere.
 */
final class Help {
  private static final Map<String, List<String>> GROUPS = groups();

  private Help() {}

  private static Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    groups.put("Look", List.of("info", "list", "show", "stats", "size", "tables"));
    groups.put("Check", List.of("validate", "explain", "salvage"));
    groups.put("Compare", List.of("diff", "why", "timeline", "reconcile"));
    groups.put("Get back", List.of("package", "rehearse", "import"));
    groups.put(
        "Keep",
        List.of("init", "backup", "snapshots", "restore", "forget", "verify", "accept", "unlock"));
    groups.put("Convert", List.of("export", "layout", "specimen"));
    groups.put("Plan", List.of("runbook"));
    groups.put("Set up", List.of("demo", "completion", "help"));
    return groups;
  }

  /** Returns the names of all commands in the order of the groups. */
  static List<String> commands() {
    return GROUPS.values().stream().flatMap(List::stream).toList();
  }

  /** Gives every command its sections and the top command its groups. */
  static void install(CommandLine line) {
    line.getCommandSpec().usageMessage().commandListHeading("");
    line.getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> commandList(help.commandSpec()));
    line.getSubcommands()
        .values()
        .forEach(command -> headings(command.getCommandSpec().usageMessage()));
  }

  private static void headings(UsageMessageSpec usage) {
    usage.descriptionHeading("%n");
    usage.parameterListHeading("%nArguments%n");
    usage.optionListHeading(
        "%nOptions (each also as a variable: --source-tz is PCHAT_SOURCE_TZ)%n");
    usage.exitCodeListHeading("%nExit codes%n");
    usage.footerHeading("%nExamples%n");
    usage.sortOptions(false);
    usage.abbreviateSynopsis(true);
  }

  private static String commandList(CommandSpec top) {
    List<String> lines = new ArrayList<>();
    GROUPS.forEach(
        (group, names) -> {
          lines.add("");
          lines.add(group);
          for (String name : names) {
            CommandLine command = Objects.requireNonNull(top.subcommands().get(name));
            lines.add(
                "  %-12s%s"
                    .formatted(name, command.getCommandSpec().usageMessage().description()[0]));
          }
        });
    lines.add("");
    return String.join(System.lineSeparator(), lines);
  }
}
