package org.pchat.runbook;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.pchat.problem.Problem;

/** Writes a runbook as Markdown. */
final class MarkdownRunbook {
  private final Runbook runbook;
  private final StringBuilder text = new StringBuilder();

  MarkdownRunbook(Runbook runbook) {
    this.runbook = runbook;
  }

  void write(Writer out) throws IOException {
    line("# " + runbook.scenario().number() + " " + escaped(runbook.scenario().title()));
    line("");
    line("Pool " + escaped(runbook.pool()) + ", " + escaped(runbook.product()));
    line("");
    line(Runbook.CAVEAT);
    for (Problem problem : runbook.problems()) {
      line("");
      line(
          "> **%s** %s"
              .formatted(problem.code().id(), escaped(Runbook.place(problem) + problem.message())));
    }
    for (Diagram diagram : runbook.diagrams()) {
      line("");
      line("## " + escaped(diagram.title()));
      line("");
      DiagramText.lines(diagram).forEach(drawn -> line("    " + drawn));
    }
    int number = 0;
    for (Step step : runbook.steps()) {
      step(++number, step);
    }
    out.write(text.toString());
  }

  private void step(int number, Step step) {
    line("");
    line("## Step " + number + ". " + escaped(step.title()));
    line("");
    line(escaped(step.why()));
    said("Where", step.where());
    commands(step.commands());
    said("Check", step.check());
    commands(step.checks());
    said("If it fails", step.failing());
    said("What may be lost", step.loss());
    said("Way back", step.back());
    for (Page page : step.pages()) {
      said("Source", page.cited());
    }
    said("Signed off", "by ____________________ at ____________ result ____________");
  }

  private void said(String label, String words) {
    line("");
    line("**" + label + ":** " + escaped(words));
  }

  /** Indented blocks need no fence that a name could break. */
  private void commands(List<Command> commands) {
    if (!commands.isEmpty()) {
      line("");
      commands.forEach(command -> line("    " + command.line()));
    }
  }

  private void line(String line) {
    text.append(Plain.line(line)).append('\n');
  }

  /** Takes their meaning from the signs of Markdown. */
  private static String escaped(String words) {
    return words.replaceAll("([\\\\`*<>\\[\\]#|&]|_(?!_)(?<!__))", "\\\\$1");
  }
}
