package org.pchat.runbook;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.pchat.document.HtmlElement;
import org.pchat.document.HtmlElement.Tag;
import org.pchat.document.HtmlReport;
import org.pchat.problem.Problem;

/** Writes a runbook as a page that can be printed and signed. */
final class HtmlRunbook {
  private final Runbook runbook;

  HtmlRunbook(Runbook runbook) {
    this.runbook = runbook;
  }

  void write(Writer out) throws IOException {
    Scenario scenario = runbook.scenario();
    HtmlReport.write(out, "Runbook " + scenario.number() + ", " + runbook.pool(), this::page);
  }

  private void page(HtmlReport page) throws IOException {
    Scenario scenario = runbook.scenario();
    page.element(
        Tag.HEADER,
        () -> {
          page.element(Tag.H1, scenario.number() + " " + scenario.title());
          page.element(
              Tag.P,
              () -> {
                page.text("Pool ");
                page.name(runbook.pool());
                page.text(", " + runbook.product());
              });
          page.element(HtmlElement.of(Tag.P, "soft"), Runbook.CAVEAT);
        });
    page.element(
        Tag.MAIN,
        () -> {
          for (Problem problem : runbook.problems()) {
            warning(page, problem);
          }
          for (Diagram diagram : runbook.diagrams()) {
            diagram(page, diagram);
          }
          overview(page);
          int number = 0;
          for (Step step : runbook.steps()) {
            step(page, ++number, step);
          }
        });
  }

  private static void warning(HtmlReport page, Problem problem) throws IOException {
    page.element(
        HtmlElement.of(Tag.P, "card", "warning"),
        () -> {
          page.element(Tag.STRONG, problem.code().id() + " ");
          page.text(Runbook.place(problem) + problem.message());
        });
  }

  private static void diagram(HtmlReport page, Diagram diagram) throws IOException {
    page.element(Tag.H2, diagram.title());
    List<HtmlReport.Column> columns = new ArrayList<>();
    diagram
        .columns()
        .forEach(
            (site, boxes) ->
                columns.add(
                    new HtmlReport.Column(site, boxes.stream().map(HtmlRunbook::box).toList())));
    page.boxes(columns, diagram.title() + ": " + String.join(" ", DiagramText.lines(diagram)));
  }

  private static HtmlReport.Box box(Diagram.Box box) {
    return new HtmlReport.Box(
        box.kind() + (box.part().isEmpty() ? "" : ": " + box.part()), box.name(), box.style());
  }

  private void overview(HtmlReport page) throws IOException {
    page.element(Tag.H2, "The steps");
    page.element(
        Tag.TABLE,
        () -> {
          page.element(
              Tag.THEAD,
              () ->
                  page.element(
                      Tag.TR,
                      () -> {
                        for (String head : List.of("Step", "What", "What may be lost", "Signed")) {
                          page.element(HtmlElement.of(Tag.TH).forColumn(), head);
                        }
                      }));
          page.element(
              Tag.TBODY,
              () -> {
                int number = 0;
                for (Step step : runbook.steps()) {
                  row(page, ++number, step);
                }
              });
        });
  }

  private static void row(HtmlReport page, int number, Step step) throws IOException {
    page.element(
        Tag.TR,
        () -> {
          page.element(HtmlElement.of(Tag.TH).forRow(), Integer.toString(number));
          page.element(
              Tag.TD, () -> page.element(HtmlElement.of(Tag.A).to("step-" + number), step.title()));
          page.element(Tag.TD, step.loss());
          page.element(Tag.TD, "____");
        });
  }

  private static void step(HtmlReport page, int number, Step step) throws IOException {
    page.element(
        HtmlElement.of(Tag.SECTION, "card", "step").at("step-" + number),
        () -> {
          page.element(Tag.H3, "Step " + number + ". " + step.title());
          page.element(Tag.P, step.why());
          said(page, "Where", step.where());
          commands(page, step.commands());
          said(page, "Check", step.check());
          commands(page, step.checks());
          said(page, "If it fails", step.failing());
          said(page, "What may be lost", step.loss());
          said(page, "Way back", step.back());
          for (Page source : step.pages()) {
            said(page, "Source", source.cited());
          }
          said(page, "Signed off", "by ____________________ at ____________ result ____________");
        });
  }

  private static void said(HtmlReport page, String label, String words) throws IOException {
    page.element(
        Tag.P,
        () -> {
          page.element(Tag.STRONG, label + ": ");
          page.text(words);
        });
  }

  private static void commands(HtmlReport page, List<Command> commands) throws IOException {
    for (Command command : commands) {
      page.element(HtmlElement.of(Tag.PRE, "command"), command.line());
    }
  }
}
