package org.pchat.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.pchat.select.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Lists the records of one kind. */
@Command(
    name = "list",
    description = "List rooms, categories, principals, add-ins, permissions, files.",
    exitCodeList = {
      "0:done",
      "2:the command line makes no sense, or an option names what is not there",
      "3:done, but records were passed over; stderr names them",
      "4:the source is damaged, encrypted or not understood",
      "5:a file cannot be read or written",
      "6:the output file exists and --force was not given",
      "12:wrong user or password of a database"
    },
    footer = {
      "  pchat list rooms export.zip --category Trading",
      "  pchat list permissions export.zip --room \"FX Desk\"",
      "  pchat list principals export.zip --json | jq -r .uri"
    })
final class ListCommand implements Callable<Integer> {
  private final Session session;

  /** What can be listed. */
  enum What {
    ROOMS,
    CATEGORIES,
    PRINCIPALS,
    ADDINS,
    PERMISSIONS,
    FILES;

    private List<String> options() {
      return switch (this) {
        case ROOMS -> List.of("--room", "--category");
        case CATEGORIES -> List.of("--category");
        case PRINCIPALS -> List.of("--author");
        case ADDINS -> List.of();
        case PERMISSIONS -> List.of("--room", "--category", "--author");
        case FILES -> List.of("--room", "--category", "--author", "--since", "--until");
      };
    }

    /** Refuses selection options that were typed and say nothing about these records. */
    void check(ParseResult typed) {
      for (String option : FILES.options()) {
        boolean given = typed.hasMatchedOption(option) || typed.hasMatchedOption(option + "-file");
        if (given && !options().contains(option)) {
          throw new UsageException(option + " means nothing to list " + this + "; leave it out");
        }
      }
    }

    /** Returns the word that the user types. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      index = "0",
      paramLabel = "WHAT",
      description = "rooms, categories, principals, addins, permissions or files.")
  private What what;

  @Parameters(
      index = "1",
      paramLabel = "SOURCE",
      description = "An export, packed or not, or a JDBC URL.")
  private String source;

  @Mixin private SelectionOptions selection;
  @Mixin private PoolSourceOptions how;
  @Mixin private OutputOptions output;

  @Spec private CommandSpec spec;

  ListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    what.check(spec.commandLine().getParseResult());
    return session.read(
        source,
        how,
        output,
        (chat, results) -> {
          Selection chosen = Selection.resolve(selection.request(output.displayZone()), chat);
          session.explain(chosen, output);
          var lists = new Lists(chat, chosen, results, output.displayZone());
          switch (what) {
            case ROOMS -> lists.rooms();
            case CATEGORIES -> lists.categories();
            case PRINCIPALS -> lists.principals();
            case ADDINS -> lists.addIns();
            case PERMISSIONS -> lists.permissions();
            case FILES -> lists.files();
          }
          return ExitCode.DONE;
        });
  }
}
