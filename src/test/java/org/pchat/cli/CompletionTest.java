package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.fixture.Golden;
import org.pchat.fixture.Tools;

class CompletionTest {
  @TempDir Path folder;

  @Test
  void bash_takes_the_script_and_completes_commands_and_options() throws Exception {
    String script = Run.pchat("completion", "bash").out();
    assertThat(
            ask(
                "bash",
                script,
                "COMP_WORDS=(pchat sh); COMP_CWORD=1; _complete_pchat; echo \"${COMPREPLY[@]}\""))
        .contains("show");
    assertThat(
            ask(
                "bash",
                script,
                "COMP_WORDS=(pchat show --by); COMP_CWORD=2; _complete_pchat; echo \"${COMPREPLY[@]}\""))
        .contains("--by-time");
  }

  @Test
  void zsh_takes_the_script() throws Exception {
    String script = Run.pchat("completion", "zsh").out();
    assertThat(
            ask(
                "zsh",
                "autoload -Uz compinit; compinit -u -D\n" + script,
                "which _complete_pchat | head -1"))
        .contains("_complete_pchat");
  }

  @Test
  void the_powershell_script_is_kept() throws IOException {
    Run run = Run.pchat("completion", "PowerShell");
    assertThat(run.exit()).isZero();
    Golden.check("completion.ps1", run.out());
  }

  @Test
  void an_unknown_shell_is_a_usage_error() {
    Run run = Run.pchat("completion", "tcsh");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("tcsh").contains("bash").contains("powershell");
  }

  private String ask(String shell, String script, String question) throws Exception {
    Path file = Files.writeString(folder.resolve("script"), script + "\n" + question + "\n");
    Process process =
        new ProcessBuilder(Tools.require(shell).toString(), file.toString())
            .redirectErrorStream(true)
            .start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(answer).isZero();
    return answer;
  }
}
