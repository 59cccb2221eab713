package org.pchat.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.fixture.Golden;
import org.pchat.fixture.PowerShellGrammar;

class RunbookTest {
  private static final Path CMDLETS = Path.of("src/test/resources/org/pchat/runbook/cmdlets.tsv");
  private static final Pattern CALL = Pattern.compile("(?<![\\w$-])([A-Z][a-z]+-[A-Z]\\w+)");
  private static final Pattern PARAMETER = Pattern.compile("(?<=[\\s(])-([A-Z][A-Za-z]+)");
  private static final String CLEAR =
      "Set-CsPersistentChatActiveServer -Identity 'global' -ActiveServers $Null";

  @TempDir Path folder;

  private static List<Arguments> all() {
    return Stream.of(Scenario.values())
        .flatMap(s -> Topologies.SAMPLES.stream().map(sample -> Arguments.of(s, sample)))
        .toList();
  }

  private static List<String> lines(Runbook runbook) {
    return runbook.steps().stream()
        .flatMap(step -> Stream.concat(step.commands().stream(), step.checks().stream()))
        .map(Command::line)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void the_runbooks_are_kept(Scenario scenario, String sample) throws IOException {
    String text = Topologies.written(Topologies.runbook(scenario, sample), Format.TXT);
    Golden.check("runbook/" + sample + "/" + scenario.number() + ".txt", text);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void each_form_is_kept(Format format) throws IOException {
    Runbook runbook = Topologies.runbook(Scenario.SITE_LOST, "contoso-mirrored");
    Golden.check("runbook/2a." + format, Topologies.written(runbook, format));
  }

  @ParameterizedTest
  @MethodSource("all")
  void no_command_holds_what_word_processors_make(Scenario scenario, String sample)
      throws IOException {
    assertThat(lines(Topologies.runbook(scenario, sample)))
        .isNotEmpty()
        .allMatch(line -> line.chars().allMatch(c -> c >= 0x20 && c < 0x7F));
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_cmdlet_and_parameter_is_published(Scenario scenario, String sample)
      throws IOException {
    Map<String, Set<String>> published = published();
    for (String line : lines(Topologies.runbook(scenario, sample))) {
      assertPublished(line, published);
    }
  }

  private static void assertPublished(String line, Map<String, Set<String>> published) {
    String code = line.replaceAll("'(?:[^']|'')*'", "''").replaceAll("\"[^\"]*\"", "\"\"");
    Matcher call = CALL.matcher(code);
    List<Integer> starts = new ArrayList<>();
    while (call.find()) {
      starts.add(call.start());
      assertThat(published).as(line).containsKey(call.group(1).toLowerCase(Locale.ROOT));
    }
    Matcher parameter = PARAMETER.matcher(code);
    while (parameter.find()) {
      assertThat(published.values()).as(line).anyMatch(names -> names.contains(parameter.group(1)));
    }
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : code.length();
      String own = code.substring(starts.get(i), end).split("[|)}]", 2)[0];
      String name = own.split(" ", 2)[0].toLowerCase(Locale.ROOT);
      Matcher given = PARAMETER.matcher(own);
      while (given.find()) {
        assertThat(published.get(name)).as(line).contains(given.group(1));
      }
    }
  }

  private static Map<String, Set<String>> published() throws IOException {
    Map<String, Set<String>> published = new HashMap<>();
    for (String row : Files.readAllLines(CMDLETS)) {
      if (!row.startsWith("#")) {
        String[] cells = row.split("\t", -1);
        assertThat(cells[2]).startsWith("https://learn.microsoft.com/");
        published
            .computeIfAbsent(
                cells[0].toLowerCase(Locale.ROOT),
                name -> new HashSet<>(Set.of("Verbose", "WhatIf")))
            .add(cells[1]);
      }
    }
    return published;
  }

  @Test
  void a_cmdlet_that_nobody_published_would_be_found() throws IOException {
    Map<String, Set<String>> published = published();
    assertThatThrownBy(() -> assertPublished("Get-CsPersistentChatActiveServer", published))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> assertPublished("Set-CsPersistentChatState -PoolFqdn 'x'", published))
        .isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"SITE_LOST", "CHAT_LOST", "SITE_BACK", "CHAT_BACK"})
  void the_list_is_cleared_by_null_before_servers_are_added(Scenario scenario) throws IOException {
    for (String sample : Topologies.SAMPLES) {
      List<String> lines = lines(Topologies.runbook(scenario, sample));
      List<String> active =
          lines.stream().filter(l -> l.startsWith("Set-CsPersistentChatActiveServer")).toList();
      assertThat(active).hasSize(2).first().isEqualTo(CLEAR);
      assertThat(active.get(1)).contains("-ActiveServers @{Add=").doesNotContain("-Swap");
      assertThat(active.get(1).split("contoso.com", -1)).hasSizeLessThanOrEqualTo(5);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SITE_BACK", "CHAT_BACK"})
  void the_old_primary_is_saved_before_it_is_overwritten(Scenario scenario) throws IOException {
    for (String sample : Topologies.SAMPLES) {
      String all = String.join("\n", lines(Topologies.runbook(scenario, sample)));
      assertThat(all.indexOf("mgc-old-primary.bak"))
          .isPositive()
          .isLessThan(all.indexOf("WITH REPLACE"));
      assertThat(all.indexOf("WITH REPLACE")).isLessThan(all.indexOf("-PoolState 'Normal'"));
      assertThat(all.indexOf("-PoolState 'Normal'")).isLessThan(all.indexOf("@{Add="));
    }
  }

  @Test
  void the_tail_is_saved_before_the_backup_is_recovered() throws IOException {
    String all = String.join("\n", lines(Topologies.runbook(Scenario.CHAT_LOST, "contoso")));
    assertThat(all.indexOf("BACKUP LOG [mgc]"))
        .isPositive()
        .isLessThan(all.indexOf("RESTORE DATABASE [mgc] WITH RECOVERY"));
    assertThat(all).contains("WITH NORECOVERY, CHECKSUM");
  }

  @Test
  void a_selective_restore_begins_with_the_question_whether_it_is_only_disabled()
      throws IOException {
    List<Step> steps = Topologies.runbook(Scenario.SELECTIVE, "contoso").steps();
    assertThat(steps.get(0).title()).isEqualTo("Is it only disabled?");
    assertThat(steps.get(2).commands().get(0).line())
        .startsWith("pchat why --room 'FX Desk' --pool 'pchat.contoso.com' 'monday.zip'");
  }

  @ParameterizedTest
  @MethodSource("all")
  void no_backup_is_appended_to_an_older_one(Scenario scenario, String sample) throws IOException {
    assertThat(lines(Topologies.runbook(scenario, sample)))
        .filteredOn(line -> line.contains("BACKUP DATABASE"))
        .allMatch(line -> line.startsWith("if (Test-Path -LiteralPath "));
  }

  @ParameterizedTest
  @EnumSource(names = {"SQL", "SIDECAR"})
  void a_backup_without_sums_can_be_restored(Scenario scenario) throws IOException {
    assertThat(lines(Topologies.runbook(scenario, "contoso")))
        .filteredOn(line -> line.contains("mgc-monday.bak"))
        .isNotEmpty()
        .noneMatch(line -> line.contains("CHECKSUM"));
  }

  @Test
  void a_mirror_is_removed_before_the_database_is_restored_over() throws IOException {
    String all = String.join("\n", lines(Topologies.runbook(Scenario.SQL, "contoso-mirrored")));
    assertThat(all.indexOf("[mgc] SET PARTNER OFF"))
        .isPositive()
        .isLessThan(all.indexOf("WITH REPLACE"));
  }

  @Test
  void compliance_output_is_copied_when_nobody_writes_any_more() throws IOException {
    String all = String.join("\n", lines(Topologies.runbook(Scenario.DECOMMISSION, "contoso")));
    assertThat(all.indexOf("Stop-CsWindowsService"))
        .isPositive()
        .isLessThan(all.indexOf("runbooks\\compliance"));
    assertThat(all).contains("$_.Name -ne 'hashes.csv'");
  }

  @Test
  void every_command_parses_whatever_the_names() throws Exception {
    List<Path> files = new ArrayList<>();
    for (String sample : Topologies.SAMPLES) {
      String xml = hostile(Topologies.xml(sample));
      for (Scenario scenario : Scenario.values()) {
        Runbook runbook = Runbook.of(scenario, Topologies.of(xml));
        assertThat(runbook.problems()).allMatch(p -> p.severity().word().equals("warning"));
        String script = Topologies.written(runbook, Format.PS1);
        assertThat(script).startsWith("\ufeff").doesNotContainPattern("[^\r]\n");
        Path file = folder.resolve(sample + scenario.number() + ".ps1");
        files.add(Files.writeString(file, script));
      }
    }
    assertThat(PowerShellGrammar.faults(files)).isEmpty();
    Path broken = Files.writeString(folder.resolve("broken.ps1"), "Get-Item -Path 'x\n");
    assertThat(PowerShellGrammar.faults(List.of(broken))).contains("broken.ps1");
  }

  private static String hostile(String xml) {
    return xml.replace("contoso.com", "o'\u2019neil &amp; s\u00f6hne $x `y &quot;z.example")
        .replace("FX Desk", "R&amp;D: $(Shell) &quot;\u0416&quot; 'x'")
        .replace("Trading", "T\u2018r $a;b")
        .replace("runbooks", "run 'books' $(x)");
  }

  @Test
  void a_script_changes_nothing_without_being_asked() throws IOException {
    for (Scenario scenario : Scenario.values()) {
      Runbook runbook = Topologies.runbook(scenario, "contoso-mirrored");
      List<String> script = Topologies.written(runbook, Format.PS1).lines().toList();
      assertThat(script)
          .contains("[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]");
      assertThat(script.stream().filter(l -> l.contains("Read-Host")))
          .hasSameSizeAs(runbook.steps());
      Map<String, Command.Effect> effects = new HashMap<>();
      runbook
          .steps()
          .forEach(s -> s.commands().forEach(c -> effects.put("  " + c.line(), c.effect())));
      for (int i = 1; i < script.size(); i++) {
        Command.Effect effect = effects.get(script.get(i));
        if (effect == Command.Effect.CHANGES) {
          assertThat(script.get(i - 1)).startsWith("if ($PSCmdlet.ShouldProcess(");
        } else if (effect == Command.Effect.DESTROYS) {
          assertThat(script.get(i - 1)).contains("$PSCmdlet.ShouldContinue(");
        } else if (effect == Command.Effect.LOOKS) {
          assertThat(script.get(i - 1)).isEqualTo("if (-not $WhatIfPreference) {");
        }
      }
    }
  }

  @Test
  void names_forge_no_line_in_any_form() throws IOException {
    String xml = Topologies.xml("contoso").replace("pchat.contoso.com", "p\u202e\u2028# x");
    Runbook runbook = Runbook.of(Scenario.CHAT_LOST, Topologies.of(xml));
    for (Format format : Format.values()) {
      assertThat(Topologies.written(runbook, format)).doesNotContain("\u202e", "\u2028");
    }
    assertThat(Topologies.written(runbook, Format.MD).getBytes(StandardCharsets.UTF_8))
        .isNotEmpty();
  }
}
