package org.pchat.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.pchat.select.Grouping;
import org.pchat.select.Selection;
import org.pchat.select.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts messages in groups. */
@Command(
    name = "stats",
    description = "Count messages by room, author, month, weekday or hour.",
    exitCodeList = {
      "0:done",
      "1:no message was selected",
      "2:the command line makes no sense, or an option names what is not there",
      "3:done, but records were passed over; stderr names them",
      "4:the source is damaged, encrypted or not understood",
      "5:a file cannot be read or written",
      "6:the output file exists and --force was not given",
      "12:wrong user or password of a database"
    },
    footer = {
      "  pchat stats export.zip",
      "  pchat stats export.zip --by hour --room \"FX Desk\" --tz Europe/London"
    })
final class StatsCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "1..*",
      paramLabel = "SOURCE",
      description =
          "An export, packed or not, a backup, or a JDBC URL. Several, or a directory of them, are one archive.")
  private List<String> sources = new ArrayList<>();

  @Option(
      names = "--by",
      paramLabel = "GROUP",
      description =
          "room, author, month, weekday or hour; repeatable (default: room, author, month).")
  private List<Grouping> by = new ArrayList<>();

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many rooms and authors to print (default: 10; JSON has all).")
  private int top = 10;

  @Mixin private SelectionOptions selection;
  @Mixin private PoolSourceOptions how;
  @Mixin private OutputOptions output;

  StatsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    List<Grouping> groupings =
        by.isEmpty() ? List.of(Grouping.ROOM, Grouping.AUTHOR, Grouping.MONTH) : by;
    return Piles.read(
        session,
        sources,
        how,
        output,
        (chat, results) -> {
          Selection chosen = Selection.resolve(selection.request(output.displayZone()), chat);
          session.explain(chosen, output);
          List<Statistics> statistics =
              Statistics.of(chat, chosen, groupings, output.displayZone());
          if (results.isJson()) {
            results.json(json(statistics));
          } else {
            new Charts(results.page(), output.displayZone()).print(statistics, top);
          }
          return statistics.get(0).total().messages() > 0 ? ExitCode.DONE : ExitCode.NO;
        });
  }

  private static Map<String, Object> json(List<Statistics> statistics) {
    Map<String, Object> groups = new LinkedHashMap<>();
    for (Statistics s : statistics) {
      groups.put(s.grouping().word(), s.groups().stream().map(StatsCommand::json).toList());
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("total", json(statistics.get(0).total()));
    json.put("by", groups);
    return json;
  }

  private static Map<String, Object> json(Statistics.Group group) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("key", group.key());
    json.put("guid", group.guid());
    json.put("label", group.label());
    json.putAll(json(group.totals()));
    return json;
  }

  private static Map<String, Object> json(Statistics.Totals totals) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("messages", totals.messages());
    json.put("characters", totals.characters());
    json.put("alerts", totals.alerts());
    json.put("fileLinks", totals.fileLinks());
    json.put("first", totals.first());
    json.put("last", totals.last());
    return json;
  }
}
