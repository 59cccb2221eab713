package org.pchat.runbook;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.pchat.problem.Problem;

/** Writes a runbook as plain text. */
final class TextRunbook {
  private final Runbook runbook;
  private final StringBuilder text = new StringBuilder();

  TextRunbook(Runbook runbook) {
    this.runbook = runbook;
  }

  void write(Writer out) throws IOException {
    line(runbook.scenario().number() + " " + runbook.scenario().title());
    line("Pool " + runbook.pool() + ", " + runbook.product());
    line("");
    line(Runbook.CAVEAT);
    for (Problem problem : runbook.problems()) {
      line("");
      line("! " + Runbook.place(problem) + problem.message() + " [" + problem.code().id() + "]");
    }
    for (Diagram diagram : runbook.diagrams()) {
      line("");
      line(diagram.title());
      DiagramText.lines(diagram).forEach(this::line);
    }
    int number = 0;
    for (Step step : runbook.steps()) {
      step(++number, step);
    }
    out.write(text.toString());
  }

  private void step(int number, Step step) {
    line("");
    line("");
    line("Step " + number + ". " + step.title());
    line("  Why:    " + step.why());
    line("  Where:  " + step.where());
    commands(step.commands());
    line("  Check:  " + step.check());
    commands(step.checks());
    line("  Fails:  " + step.failing());
    line("  Lost:   " + step.loss());
    line("  Back:   " + step.back());
    step.pages().forEach(page -> line("  Source: " + page.cited()));
    line("  Signed: ______________________  at: ____________  result: ____________");
  }

  private void commands(List<Command> commands) {
    if (!commands.isEmpty()) {
      line("");
      commands.forEach(command -> line("    " + command.line()));
      line("");
    }
  }

  private void line(String line) {
    text.append(Plain.line(line)).append('\n');
  }
}
