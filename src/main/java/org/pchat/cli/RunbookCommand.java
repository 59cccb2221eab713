package org.pchat.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.runbook.Format;
import org.pchat.runbook.Runbook;
import org.pchat.runbook.RunbookWriter;
import org.pchat.runbook.Scenario;
import org.pchat.runbook.Topology;
import org.pchat.runbook.TopologyReader;
import org.pchat.select.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the steps of a disaster for the user's own servers. */
@Command(
    name = "runbook",
    description = "Write the steps of a failover or restore for your servers.",
    exitCodeList = {
      "0:done; warnings about the topology are on stderr and in the runbook",
      "1:the topology does not allow this scenario; stderr says why",
      "2:the command line makes no sense, or there is no such scenario",
      "4:the topology is no XML, or not by schemas/topology.xsd",
      "5:a file cannot be read or written",
      "6:the output file exists and --force was not given"
    },
    footer = {
      "  pchat runbook list",
      "  pchat runbook 2a --topology topology.xml --format html -o site-lost.html",
      "  pchat runbook 4-selective --topology topology.xml --format ps1 -o back.ps1"
    })
final class RunbookCommand implements Callable<Integer> {
  private static final String LIST = "list";

  private final Session session;

  @Parameters(
      index = "0",
      paramLabel = "SCENARIO",
      description = "The number or name of a scenario, such as 2a; \"list\" lists them.")
  private String scenario = "";

  @Option(
      names = "--topology",
      paramLabel = "FILE",
      description = "Your servers; samples/topology-contoso.xml shows how to write it.")
  private @Nullable String topology;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "txt",
      description = "md, html, ps1 or txt (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TXT;

  @Mixin private OutputOptions output;

  RunbookCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (scenario.equalsIgnoreCase(LIST)) {
      return list();
    }
    Scenario wanted = Scenario.named(scenario).orElseThrow(() -> unknown(scenario));
    if (output.json) {
      throw new UsageException("--json goes with `runbook list`; a runbook has --format");
    }
    if (topology == null) {
      throw new UsageException(
          "--topology FILE is missing; copy samples/topology-contoso.xml and put your names in");
    }
    session.protect(List.of(topology), output);
    Runbook runbook = Runbook.of(wanted, read(topology));
    for (Problem problem : runbook.problems()) {
      if (!output.quiet || !runbook.isWritten()) {
        session.say(problem.severity().word() + ": " + problem);
      }
    }
    return runbook.isWritten() ? write(runbook) : ExitCode.NO.number();
  }

  private static Topology read(String file) throws IOException {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return TopologyReader.read(in, Location.of(null, file));
    }
  }

  private int write(Runbook runbook) throws IOException {
    return session.write(
        output,
        results -> {
          if (results.isTerminal()) {
            var text = new StringWriter();
            RunbookWriter.write(runbook, format, text);
            results.page().text(results.page().safeBlock(text.toString()));
          } else {
            RunbookWriter.write(runbook, format, results.writer());
          }
          return ExitCode.DONE;
        });
  }

  private static UsageException unknown(String typed) {
    List<String> near = Nearest.to(typed, Scenario.names());
    return new UsageException(
        "there is no scenario \""
            + typed
            + "\"; "
            + (near.isEmpty()
                ? "`pchat runbook list` lists them"
                : "did you mean " + String.join(" or ", near) + "?"));
  }

  private int list() throws IOException {
    return session.write(
        output,
        results -> {
          if (results.isJson()) {
            results.json(json());
          } else {
            for (Scenario each : Scenario.values()) {
              results
                  .page()
                  .line("%-15s%-19s%s".formatted(each.number(), each.word(), each.title()));
            }
          }
          return ExitCode.DONE;
        });
  }

  private static Map<String, Object> json() {
    List<Map<String, Object>> scenarios = new ArrayList<>();
    for (Scenario each : Scenario.values()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("number", each.number());
      row.put("name", each.word());
      row.put("title", each.title());
      scenarios.add(row);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("scenarios", scenarios);
    return json;
  }
}
