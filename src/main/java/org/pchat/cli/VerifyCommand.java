package org.pchat.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.Problem;
import org.pchat.store.Store;
import org.pchat.store.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Verifies a store. */
@Command(
    name = "verify",
    description = "Find out whether a store is still what was written.",
    exitCodeList = {
      "0:sound, as far as was looked",
      "1:damaged; the snapshots that suffer are named",
      "2:the command line makes no sense",
      "5:the store cannot be read",
      "10:there is no store"
    },
    footer = {
      "  pchat verify --store /backup/chat",
      "  pchat verify --store /backup/chat --quick",
      "  pchat verify --store /backup/chat --budget 5%%",
      "  pchat verify --store /backup/chat --budget 10m"
    })
final class VerifyCommand implements Callable<Integer> {
  private static final Pattern BUDGET = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)(%|s|m|h)");
  private static final double ALL = 100;

  private final Session session;

  @Mixin private StoreOptions where;

  @Option(
      names = "--quick",
      description = "Read what says where everything is, but not the content itself.")
  private boolean quick;

  @Option(
      names = "--budget",
      paramLabel = "5%|10m",
      description =
          "Read only such a part of the content, or for so long, and go on there the next time.")
  private @Nullable String budget;

  @Mixin private OutputOptions output;

  VerifyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Verification.Depth depth = depth();
    return session.judge(
        output,
        results -> {
          Store store = where.open();
          Verification.Outcome outcome = Verification.run(store, depth, session.watch());
          print(outcome, results);
          return outcome.problems().isEmpty() ? ExitCode.DONE : ExitCode.NO;
        });
  }

  private Verification.Depth depth() {
    if (budget == null) {
      return quick ? Verification.Depth.QUICK : Verification.Depth.FULL;
    }
    if (quick) {
      throw new UsageException("--quick reads no content, so --budget makes no sense with it");
    }
    Matcher parts = BUDGET.matcher(budget);
    double number = parts.matches() ? Double.parseDouble(parts.group(1)) : 0;
    if (number <= 0) {
      throw new UsageException(
          "--budget: \"" + budget + "\" is neither a part such as 5% nor a time such as 10m");
    }
    return switch (parts.group(2)) {
      case "%" -> new Verification.Depth(true, Math.min(1, number / ALL), null);
      case "s" -> limited(number);
      case "m" -> limited(number * 60);
      default -> limited(number * 3600);
    };
  }

  private static Verification.Depth limited(double seconds) {
    return new Verification.Depth(true, 1, Duration.ofMillis((long) (seconds * 1000)));
  }

  private void print(Verification.Outcome outcome, Results results) throws IOException {
    boolean sound = outcome.problems().isEmpty();
    if (results.isJson()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("schema", 1);
      json.put("verdict", sound ? "sound" : "damaged");
      json.put("snapshots", outcome.snapshots());
      json.put("damagedSnapshots", outcome.damaged());
      json.put("bytesRead", outcome.bytes());
      json.put("bytesTotal", outcome.total());
      json.put("problems", outcome.problems().stream().map(VerifyCommand::problem).toList());
      results.json(json);
      return;
    }
    Page page = results.page();
    page.line(
        "%s: %,d snapshots; %s of %s of content read"
            .formatted(
                sound ? "sound" : "damaged",
                outcome.snapshots(),
                Bytes.format(outcome.bytes()),
                Bytes.format(outcome.total())));
    for (Problem problem : outcome.problems()) {
      page.line("  " + page.safe(problem.toString()));
    }
    if (!sound) {
      List<String> damaged = outcome.damaged();
      page.line(
          damaged.isEmpty()
              ? "no snapshot needs what is damaged; all of them restore"
              : "these snapshots are damaged, all others restore: " + String.join(", ", damaged));
    }
  }

  private static Map<String, Object> problem(Problem problem) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", problem.code().id());
    json.put("severity", problem.severity().word());
    json.put("message", problem.message());
    return json;
  }
}
