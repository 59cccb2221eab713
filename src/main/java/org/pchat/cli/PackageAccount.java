package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Kind;
import org.pchat.problem.Problem;
import org.pchat.restore.LeftOut;
import org.pchat.restore.PackageJob;
import org.pchat.restore.PackageResult;
import org.pchat.restore.Plan;

/**
 * What was packaged, in text and JSON.
 *
 * @param target the package; null if none was made
 * @param plan what it was to hold
 * @param result what it holds; null if none was made
 */
record PackageAccount(@Nullable Path target, Plan plan, @Nullable PackageResult result) {
  private static final int SHOWN = 20;

  static PackageAccount ofNothing(Plan plan) {
    return new PackageAccount(null, plan, null);
  }

  void print(Results results) throws IOException {
    if (results.isJson()) {
      results.json(json());
    } else {
      text(results.page());
    }
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("package", target == null ? null : target.toString());
    json.put("from", plan.from().origin().name());
    json.put("onto", plan.onto().map(onto -> onto.origin().name()).orElse(null));
    json.put("verdict", result == null ? "clean" : result.verdict().word());
    json.put("counts", counts(result == null ? Map.of() : result.counts()));
    json.put("overwrites", result == null ? List.of() : result.overwrites());
    json.put("conflicts", result == null ? List.of() : Problems.json(result.conflicts()));
    json.put("missing", result == null ? List.of() : result.missing());
    json.put("assumptions", result == null ? plan.assumptions() : result.assumptions());
    json.put("notPackaged", plan.leftOut().stream().map(PackageAccount::json).toList());
    return json;
  }

  static Map<String, Object> counts(Map<Kind<?>, Long> counts) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Kind<?> kind :
        List.of(
            Kind.CATEGORY,
            Kind.ROOM,
            Kind.PRINCIPAL,
            Kind.ADD_IN,
            Kind.ROLE,
            Kind.SCOPE,
            Kind.MESSAGE)) {
      json.put(kind.plural(), counts.getOrDefault(kind, 0L));
    }
    return json;
  }

  static Map<String, Object> json(LeftOut item) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("what", item.what());
    json.put("node", item.node());
    json.put("words", item.words());
    json.put("cmdlet", item.cmdlet());
    return json;
  }

  private void text(Page page) throws IOException {
    if (result == null || target == null) {
      page.line("Nothing of what was asked for is missing; no package was made.");
    } else {
      page.line(page.in(Style.BOLD, page.safe(target.toString())));
      page.line("  verdict: " + result.verdict().word());
      for (Kind<?> kind : Kind.ALL) {
        page.line(String.format(Locale.ROOT, "  %-12s%12d", kind.plural(), result.count(kind)));
      }
      page.line(
          "  beside it: %s, which tells what to do, and %s, which does it"
              .formatted(PackageJob.GUIDE, PackageJob.SCRIPT));
      list(page, "Will overwrite", result.overwrites());
      list(page, "Conflicts", result.conflicts().stream().map(Problem::message).toList());
      list(page, "Missing", result.missing());
      list(page, "Taken for granted", result.assumptions());
    }
    leftOut(page);
  }

  static void list(Page page, String title, List<String> lines) throws IOException {
    if (lines.isEmpty()) {
      return;
    }
    page.line();
    page.line(title);
    for (String line : lines.stream().limit(SHOWN).toList()) {
      page.line("  " + page.safe(line));
    }
    if (lines.size() > SHOWN) {
      page.line("  ... and %d more; --json has all".formatted(lines.size() - SHOWN));
    }
  }

  private void leftOut(Page page) throws IOException {
    List<LeftOut> items = plan.leftOut();
    if (items.isEmpty()) {
      return;
    }
    page.line();
    page.line("Otherwise than it was, and not packaged");
    for (LeftOut item : items.stream().limit(SHOWN).toList()) {
      page.line("  " + page.safe(item.words()));
      if (item.cmdlet() != null) {
        page.line("      " + page.safe(item.cmdlet()));
      }
    }
    if (items.size() > SHOWN) {
      page.line(
          "  ... and %d more; --json and %s have all"
              .formatted(items.size() - SHOWN, PackageJob.GUIDE));
    }
  }
}
