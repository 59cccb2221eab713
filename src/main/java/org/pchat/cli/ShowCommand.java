package org.pchat.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pchat.model.ChatSource;
import org.pchat.model.Message;
import org.pchat.model.RecordCursor;
import org.pchat.problem.Severity;
import org.pchat.select.MessageWalk;
import org.pchat.select.PrincipalIndex;
import org.pchat.select.Selection;
import org.pchat.select.Slice;
import org.pchat.select.WalkOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Prints messages. */
@Command(
    name = "show",
    description = "Print messages, room by room or by time.",
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
      "  pchat show export.zip --room \"FX Desk\" --since 2018-06-01",
      "  pchat show export.zip --author kim@contoso.com --by-time --tail 20",
      "  pchat show export.zip --json -o messages.jsonl"
    })
final class ShowCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "1..*",
      paramLabel = "SOURCE",
      description =
          "An export, packed or not, a backup, or a JDBC URL. Several, or a directory of them, are one archive.")
  private List<String> sources = new ArrayList<>();

  @Option(names = "--by-time", description = "Order by time over all rooms, not by room.")
  private boolean byTime;

  @Option(names = "--limit", paramLabel = "N", description = "Print only the first N messages.")
  private @Nullable Long limit;

  @Option(names = "--tail", paramLabel = "N", description = "Print only the last N messages.")
  private @Nullable Integer tail;

  @Mixin private SelectionOptions selection;
  @Mixin private PoolSourceOptions how;
  @Mixin private OutputOptions output;

  @Spec private CommandSpec spec;

  ShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Slice slice = slice();
    return Piles.read(session, sources, how, output, (chat, results) -> show(chat, results, slice));
  }

  private ExitCode show(ChatSource chat, Results results, Slice slice) throws IOException {
    Selection chosen = Selection.resolve(selection.request(output.displayZone()), chat);
    session.explain(chosen, output);
    PrincipalIndex principals = PrincipalIndex.of(chat);
    var transcript =
        new Transcript(results.page(), chat.structure(), principals, output.displayZone());
    boolean any = false;
    WalkOrder order = byTime ? WalkOrder.BY_TIME : WalkOrder.BY_ROOM;
    try (RecordCursor<Message> messages = MessageWalk.open(chat, chosen, order, slice)) {
      while (messages.advance()) {
        any = true;
        if (results.isJson()) {
          results.json(
              Records.marked(
                  Records.of(messages.record(), chat.structure(), principals), messages.mark()));
        } else {
          transcript.print(messages.record(), messages.mark());
        }
      }
    }
    if (!any && chat.problems().count(Severity.FATAL) == 0) {
      session.say("no message was selected");
    }
    return any ? ExitCode.DONE : ExitCode.NO;
  }

  /** Of two contradicting wishes the typed one counts; a variable is only a default. */
  private Slice slice() {
    ParseResult typed = spec.commandLine().getParseResult();
    boolean both = limit != null && tail != null;
    boolean limitTyped = typed.hasMatchedOption("--limit");
    if (both && limitTyped == typed.hasMatchedOption("--tail")) {
      throw new UsageException("--limit and --tail contradict each other; give one of them");
    }
    if ((limit != null && limit < 0) || (tail != null && tail < 0)) {
      throw new UsageException("--limit and --tail take a number from 0 on");
    }
    if (tail != null && !(both && limitTyped)) {
      return Slice.last(tail);
    }
    return limit == null ? Slice.ALL : Slice.first(limit);
  }
}
