package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Ticks;
import org.pchat.select.CopiedFiles;
import org.pchat.select.DateRange;
import org.pchat.select.Selection;
import org.pchat.select.SelectionException;
import org.pchat.union.UnionSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Lists the records of one kind. */
@Command(
    name = "list",
    description = "List rooms, categories, principals, add-ins, permissions, files.",
    exitCodeList = {
      "0:done",
      "1:files: a linked file is missing; access: no snapshot is so old",
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
      "  pchat list files exports/ --against /mnt/filestore",
      "  pchat list access --room \"FX Desk\" --at 2019-01-14 exports/",
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
    FILES,
    ACCESS;

    private List<String> options() {
      return switch (this) {
        case ROOMS -> List.of("--room", "--category");
        case ACCESS -> List.of("--room");
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
      description = "rooms, categories, principals, addins, permissions, files or access.")
  private What what;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "SOURCE",
      description =
          "An export, packed or not, a backup, or a JDBC URL. Several, or a directory of them, are one archive.")
  private List<String> sources = new ArrayList<>();

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description =
          "files: hold the links against a copied file store, and name what nobody links.")
  private @Nullable Path against;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description =
          "access: how it stood at a time or at the end of a date, in --tz (default: the last).")
  private @Nullable String at;

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
    refuse(against != null && what != What.FILES, "--against");
    refuse(at != null && what != What.ACCESS, "--at");
    if (what == What.ACCESS) {
      return access();
    }
    return Piles.read(session, sources, how, output, this::list);
  }

  private void refuse(boolean senseless, String option) {
    if (senseless) {
      throw new UsageException(option + " means nothing to list " + what + "; leave it out");
    }
  }

  private ExitCode list(ChatSource chat, Results results) throws IOException {
    Selection chosen = Selection.resolve(selection.request(output.displayZone()), chat);
    session.explain(chosen, output);
    var lists = new Lists(chat, chosen, results, output.displayZone());
    switch (what) {
      case ROOMS -> lists.rooms();
      case CATEGORIES -> lists.categories();
      case PRINCIPALS -> lists.principals();
      case ADDINS -> lists.addIns();
      case PERMISSIONS -> lists.permissions();
      case FILES -> {
        if (against != null) {
          return lists.files(CopiedFiles.in(against)) ? ExitCode.DONE : ExitCode.NO;
        }
        lists.files();
      }
      case ACCESS -> throw new IllegalStateException("access is listed of many sources");
    }
    return ExitCode.DONE;
  }

  private int access() throws IOException {
    if (!spec.commandLine().getParseResult().hasMatchedOption("--room")) {
      throw new UsageException("list access tells of rooms; name them with --room");
    }
    Ticks before = moment();
    List<String> all = Piles.expand(session, sources);
    session.protect(all, output);
    return session.judge(
        output,
        results ->
            session.unite(
                all, how, output, results.isTerminal(), union -> access(union, before, results)));
  }

  private ExitCode access(UnionSource union, @Nullable Ticks before, Results results)
      throws IOException {
    Optional<AccessList> list = AccessList.at(union, before, results, output.displayZone());
    if (list.isEmpty()) {
      session.say("no snapshot is so old");
      return ExitCode.NO;
    }
    Selection chosen =
        Selection.resolve(selection.request(output.displayZone()), list.get().state());
    session.explain(chosen, output);
    for (Guid room : chosen.rooms().orElse(Set.of())) {
      list.get().print(room);
    }
    return ExitCode.DONE;
  }

  /** Returns the moment behind the last that is meant. */
  private @Nullable Ticks moment() {
    if (at == null) {
      return null;
    }
    try {
      Ticks until = DateRange.parse(null, at, output.displayZone()).until();
      boolean date = at.indexOf('T') < 0 && at.indexOf(' ') < 0;
      return until == null || date ? until : new Ticks(until.value() + 1);
    } catch (SelectionException noDate) {
      throw new UsageException(String.valueOf(noDate.getMessage()).replace("--until", "--at"));
    }
  }
}
