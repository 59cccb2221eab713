package org.pchat.runbook;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.pchat.document.PowerShellCommand;
import org.pchat.runbook.Command.Effect;

/**
 * Writes a runbook as a script of Windows PowerShell: UTF-8 with byte order mark and CRLF, because
 * Windows PowerShell 5.1 takes a file without mark for ANSI.
 *
 * <p>It stops at each step. What changes something asks by {@code ShouldProcess}, so that {@code
 * -WhatIf} shows all and does nothing; what destroys asks once more, even under {@code
 * -Confirm:$false}. With {@code -WhatIf} nothing at all is run, not even what only looks.
 */
final class ScriptRunbook {
  private static final String LINE = "\r\n";

  private final Runbook runbook;
  private final StringBuilder script = new StringBuilder("\ufeff");

  ScriptRunbook(Runbook runbook) {
    this.runbook = runbook;
  }

  void write(Writer out) throws IOException {
    line("# " + runbook.scenario().number() + " " + runbook.scenario().title());
    line("# Pool " + runbook.pool() + ", " + runbook.product());
    line("# " + Runbook.CAVEAT);
    runbook
        .problems()
        .forEach(
            p -> line("# WARNING " + Runbook.place(p) + p.message() + " [" + p.code().id() + "]"));
    line("[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]");
    line("param()");
    line("$ErrorActionPreference = 'Stop'");
    for (Diagram diagram : runbook.diagrams()) {
      line("");
      line("# " + diagram.title());
      DiagramText.lines(diagram).forEach(drawn -> line("# " + drawn));
    }
    int number = 0;
    for (Step step : runbook.steps()) {
      step(++number, step);
    }
    line("");
    say("The end of the runbook. Sign it off.");
    out.write(script.toString());
  }

  private void step(int number, Step step) {
    line("");
    line("# Step " + number + ". " + step.title());
    step.pages().forEach(page -> line("# " + page.cited()));
    say("");
    say("Step " + number + " of " + runbook.steps().size() + ". " + step.title());
    say("  Why: " + step.why());
    say("  Where: " + step.where());
    say("  If it fails: " + step.failing());
    say("  What may be lost: " + step.loss());
    say("  Way back: " + step.back());
    stop();
    step.commands().forEach(this::command);
    say("  Check: " + step.check());
    step.checks().forEach(this::command);
    line("# Signed: ______________________  at: ____________  result: ____________");
  }

  private void stop() {
    line("if (-not $WhatIfPreference) {");
    line("  $answer = Read-Host -Prompt 'Enter to go on here, s to leave this runbook'");
    line("  if ($answer -eq 's') { return }");
    line("}");
  }

  private void command(Command command) {
    String shown = PowerShellCommand.quote(command.line());
    boolean own = command.line().startsWith("pchat ");
    if (command.effect() == Effect.LOOKS) {
      line("if (-not $WhatIfPreference) {");
    } else if (command.effect() == Effect.CHANGES) {
      line("if ($PSCmdlet.ShouldProcess(" + shown + ", 'Run')) {");
    } else {
      line("if ($PSCmdlet.ShouldProcess(" + shown + ", 'Run what cannot be undone') -and");
      line(
          "    $PSCmdlet.ShouldContinue("
              + shown
              + ", 'This overwrites or ends something. Run it?')) {");
    }
    line("  " + command.line());
    if (own) {
      line(
          "  if ($LASTEXITCODE -ne 0) { Write-Warning -Message"
              + " \"pchat ended with $LASTEXITCODE. Read what it said before you go on.\" }");
    }
    line("} else {");
    line("  Write-Host -Object " + PowerShellCommand.quote("  Not run: ") + " -NoNewline");
    line("  Write-Host -Object " + shown);
    line("}");
  }

  private void say(String words) {
    line("Write-Host -Object " + PowerShellCommand.quote(words));
  }

  private void line(String words) {
    for (String each : List.of(words.split("\n", -1))) {
      script.append(Plain.line(each)).append(LINE);
    }
  }
}
