package org.pchat.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.ProblemCatalogue;
import org.pchat.problem.ProblemCode;
import org.pchat.select.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints the manual's entry for a code. */
@Command(
    name = "explain",
    description = "Say what the code of a problem means and what to do.",
    exitCodeList = {
      "0:done",
      "2:there is no such code",
      "5:the output file cannot be written",
      "6:the output file exists and --force was not given"
    },
    footer = {"  pchat explain XSD-003", "  pchat explain | grep -i manifest"})
final class ExplainCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "CODE",
      description = "A code such as ZIP-009; all are listed if it is left out.")
  private @Nullable String code;

  @Mixin private OutputOptions output;

  ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    List<ProblemCode> codes =
        code == null ? ProblemCatalogue.codes().toList() : List.of(named(code));
    return session.write(
        output,
        results -> {
          for (ProblemCode each : codes) {
            if (results.isJson()) {
              results.json(json(each));
            } else if (code == null) {
              results.page().line(each.id() + "  " + blanks(each.wording()));
            } else {
              print(each, results.page());
            }
          }
          return ExitCode.DONE;
        });
  }

  private static ProblemCode named(String code) {
    return ProblemCatalogue.code(code.replaceAll("[\\[\\]]", ""))
        .orElseThrow(
            () -> {
              List<String> near =
                  Nearest.to(code, ProblemCatalogue.codes().map(ProblemCode::id).toList());
              return new UsageException(
                  "there is no problem with the code \""
                      + code
                      + "\"; "
                      + (near.isEmpty()
                          ? "`pchat explain` lists them"
                          : "did you mean " + String.join(" or ", near) + "?"));
            });
  }

  private static void print(ProblemCode code, Page page) throws IOException {
    ProblemCatalogue.Part part = ProblemCatalogue.part(code);
    page.line(
        page.in(Style.BOLD, code.id()) + " (" + code.severity().word() + ") · " + part.title());
    page.line();
    paragraph(page, "What", blanks(code.wording()) + ".");
    paragraph(page, "Why", part.why());
    paragraph(page, "To do", capital(code.advice()) + ".");
  }

  private static void paragraph(Page page, String title, String text) throws IOException {
    int width = Math.min(page.columns(), 100) - 8;
    String label = title;
    for (String line : Wrap.lines(capital(text), width)) {
      page.line("%-8s%s".formatted(label, line));
      label = "";
    }
  }

  private static String capital(String clause) {
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
  }

  /** Returns the wording with … for what is filled in. */
  private static String blanks(String wording) {
    return wording.replaceAll("%([0-9]\\$)?s", "…");
  }

  private static Map<String, Object> json(ProblemCode code) {
    ProblemCatalogue.Part part = ProblemCatalogue.part(code);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", code.id());
    json.put("severity", code.severity().word());
    json.put("part", part.title());
    json.put("what", blanks(code.wording()));
    json.put("why", part.why());
    json.put("advice", code.advice());
    return json;
  }
}
