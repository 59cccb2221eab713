package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pchat.model.ChatSource;
import org.pchat.restore.MappingWords;
import org.pchat.restore.PackageJob;
import org.pchat.restore.PackageRequest;
import org.pchat.restore.PackageResult;
import org.pchat.restore.Packing;
import org.pchat.restore.Plan;
import org.pchat.restore.Shape;
import org.pchat.restore.ThingList;
import org.pchat.restore.ThingPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes an import package. */
@Command(
    name = "package",
    description = "Make an import package that brings back what was lost.",
    exitCodeList = {
      "0:done",
      "1:nothing of what was asked for is missing, so no package was made",
      "2:the command line makes no sense, an option names what is not there, or a line of the list does",
      "3:done, but records were passed over; stderr names them",
      "4:a source is damaged or not understood",
      "5:a file cannot be read or written; no package was left",
      "6:a file exists, the later state is the older, or the package would refer to what is nowhere"
    },
    footer = {
      "  pchat package --from monday.zip --missing-in tuesday.zip -o back.zip",
      "  pchat package --from monday.zip --missing-in tuesday.zip --room \"FX Desk\" --list > toc.txt",
      "  pchat package --from monday.zip --missing-in tuesday.zip --use-list toc.txt -o back.zip",
      "  pchat package --from monday.zip --author kim@contoso.com --since 2019-01-01 -o kim.zip"
    })
final class PackageCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--from",
      paramLabel = "SOURCE",
      description =
          "What has the content: an export from before. Given several times, all are one archive.")
  private List<String> from = new ArrayList<>();

  @Option(
      names = "--from-timeline",
      paramLabel = "SOURCE",
      arity = "1..*",
      description =
          "Many snapshots, or a directory of them: each lost thing comes from the last that has it.")
  private List<String> timeline = new ArrayList<>();

  @Option(
      names = "--missing-in",
      paramLabel = "SOURCE",
      description = "A later state; only what it has lost is packaged.")
  private @Nullable String missingIn;

  @Option(
      names = "--onto",
      paramLabel = "SOURCE",
      description = "The pool as it is now (default: that of --missing-in).")
  private @Nullable String onto;

  @Mixin private SelectionOptions selection;

  @Option(
      names = "--list",
      description = "Only list what would be packaged, a line a thing, and why.")
  private boolean list;

  @Option(
      names = "--use-list",
      paramLabel = "FILE",
      description = "Package only what this list names, and what that needs; ; begins a comment.")
  private @Nullable Path useList;

  @Mixin private PackageShape shape;
  @Mixin private PoolSourceOptions how;
  @Mixin private OutputOptions output;

  PackageCommand(Session session) {
    this.session = session;
  }

  /** A source that may not have been named. */
  private interface WithSource {
    ExitCode run(@Nullable ChatSource source) throws IOException;
  }

  @Override
  public Integer call() throws IOException {
    Path target = output.result.file();
    if (target == null && !list) {
      throw new UsageException(
          "a package is a file; name it with -o FILE, or look first with --list");
    }
    List<String> sources = new ArrayList<>(from());
    addIfNamed(missingIn, sources);
    addIfNamed(onto, sources);
    session.protect(sources, output);
    if (list) {
      return session.write(output, this::open);
    }
    return session.answer(output, this::open);
  }

  private List<String> from() throws IOException {
    if (from.isEmpty() && timeline.isEmpty()) {
      throw new UsageException(
          "nothing says what has the content; give --from SOURCE or --from-timeline SOURCE...");
    }
    List<String> all = new ArrayList<>(from);
    all.addAll(timeline);
    return Piles.expand(session, all);
  }

  private static void addIfNamed(@Nullable String name, List<String> sources) {
    if (name != null) {
      sources.add(name);
    }
  }

  private ExitCode open(Results results) throws IOException {
    return Piles.open(
        session,
        from(),
        new Piles.Wishes(how, output, results.isTerminal()),
        true,
        source ->
            maybe(
                missingIn,
                results,
                missing ->
                    onto == null || onto.equals(missingIn)
                        ? run(source, missing, missing, results)
                        : maybe(onto, results, living -> run(source, missing, living, results))));
  }

  private ExitCode maybe(@Nullable String name, Results results, WithSource job)
      throws IOException {
    return name == null
        ? job.run(null)
        : session.open(name, how, output, results.isTerminal(), job::run);
  }

  private ExitCode run(
      ChatSource source, @Nullable ChatSource missing, @Nullable ChatSource living, Results results)
      throws IOException {
    if (living == null && !output.quiet) {
      session.say(
          "nobody said where the package goes (--onto or --missing-in): every room is written as"
              + " the source has it, and none beside another");
    }
    Shape wanted = shape.shape();
    var request =
        new PackageRequest(
            source,
            missing,
            living,
            selection.request(output.displayZone()),
            wanted,
            shape.mapping(new MappingWords(source, living)),
            useList == null ? null : ThingList.read(useList),
            shape.pool,
            session.watch());
    Plan plan = Packing.plan(request);
    if (list) {
      ThingPrinter.print(plan, line -> results.page().line(results.page().safe(line)));
      return ExitCode.DONE;
    }
    return write(plan, results);
  }

  private ExitCode write(Plan plan, Results results) throws IOException {
    Path target = output.result.file();
    if (target == null || plan.isEmpty()) {
      var account = PackageAccount.ofNothing(plan);
      account.print(results);
      return ExitCode.NO;
    }
    if (!plan.livingRooms().isEmpty() && !output.quiet) {
      session.say(
          "--in-place: what an import does with the content of a room that is there is not published;"
              + " rehearse the package first");
    }
    String layout = plan.from().origin().layout();
    if (!layout.equals("pchat-1") && !PackageJob.keepsLayout(plan) && !output.quiet) {
      session.say(
          "the source is of the layout %s; the package is written as pchat-1, which the cmdlet will not know"
              .formatted(layout));
    }
    PackageResult result = PackageJob.write(plan, target, output.result.force, Instant.now());
    new PackageAccount(target, plan, result).print(results);
    return ExitCode.DONE;
  }
}
