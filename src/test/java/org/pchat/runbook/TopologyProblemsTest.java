package org.pchat.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Problem;

/** Mistakes in a topology, each with its own code, found before a step is written. */
class TopologyProblemsTest {
  private static Arguments mistake(String code, Scenario scenario, String from, String to) {
    return Arguments.of(code, scenario, from, to);
  }

  private static List<Arguments> mistakes() {
    String west = "site=\"West\" active=\"false\"";
    String fe2 = "EEPool2.contoso.com\" site=\"West\" pairedWith=\"EEPool1.contoso.com\"";
    Scenario lost = Scenario.SITE_LOST;
    return List.of(
        mistake(
            "TOP-002",
            lost,
            "pchat5.contoso.com\" " + west,
            "pchat5.contoso.com\" site=\"West\" active=\"true\""),
        mistake(
            "TOP-003",
            lost,
            "  <sqlInstance name=\"sql-east\"",
            "  <chatServer fqdn=\"nine\" site=\"West\" active=\"false\"/>\n  <sqlInstance name=\"sql-east\""),
        mistake("TOP-004", lost, "active=\"true\"", "active=\"false\""),
        mistake("TOP-005", lost, west, "site=\"East\" active=\"false\""),
        mistake("TOP-006", lost, fe2, "EEPool2.contoso.com\" site=\"West\""),
        mistake(
            "TOP-007",
            lost,
            fe2,
            "EEPool2.contoso.com\" site=\"West\" pairedWith=\"EEPool2.contoso.com\""),
        mistake(
            "TOP-008",
            Scenario.FRONT_END_LOST,
            "EEPool2.contoso.com\" site=\"West\"",
            "EEPool2.contoso.com\" site=\"East\""),
        mistake(
            "TOP-009",
            lost,
            "fqdn=\"sql2.contoso.com\" instance=\"RTC\" site=\"West\"",
            "fqdn=\"sql2.contoso.com\" instance=\"RTC\" site=\"East\""),
        mistake(
            "TOP-010",
            lost,
            "fqdn=\"sql1m.contoso.com\" instance=\"RTC\" site=\"East\"",
            "fqdn=\"sql1m.contoso.com\" instance=\"RTC\" site=\"West\""),
        mistake(
            "TOP-011",
            lost,
            "pchat4.contoso.com\" site=\"East\"",
            "pchat4.contoso.com\" site=\"West\""),
        mistake("TOP-012", lost, "database name=\"mgccomp\"", "database name=\"lcslog\""),
        mistake("TOP-013", lost, "database name=\"mgc\"", "database name=\"mgccomp\""),
        mistake("TOP-014", lost, "backup=\"sql-west\"", "backup=\"sql-north\""),
        mistake(
            "TOP-015",
            lost,
            "edge-west.contoso.com\" site=\"West\"",
            "edge-west.contoso.com\" site=\"North\""),
        mistake("TOP-016", lost, "pchat8.contoso.com", "pchat7.contoso.com"),
        mistake("TOP-017", lost, "backup=\"sql-west\"", "backup=\"sql-east-mirror\""),
        mistake("TOP-018", lost, " backup=\"sql-west\" backupMirror=\"sql-west-mirror\"", ""),
        mistake(
            "TOP-019",
            lost,
            "database name=\"mgccomp\"",
            "database name=\"mgccomp\" backup=\"sql-west\""),
        mistake("TOP-020", lost, "share use=\"copies\"", "share use=\"restore2\""),
        mistake(
            "TOP-021", lost, "nextHop=\"EEPool2.contoso.com\"", "nextHop=\"EEPool3.contoso.com\""),
        mistake("TOP-022", lost, " backupMirror=\"sql-west-mirror\"", ""),
        mistake(
            "TOP-023",
            lost,
            "EEPool1.contoso.com\" site=\"East\"",
            "EEPool1.contoso.com\" site=\"West\""));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void each_mistake_has_a_code_of_its_own(String code, Scenario scenario, String from, String to)
      throws IOException {
    String sound = Topologies.xml("contoso-mirrored");
    assertThat(sound).contains(from);
    assertThat(codes(sound, scenario)).isEmpty();
    String edited = sound.replace(from, to);
    if (code.equals("TOP-020")) {
      edited = sound.replaceFirst("  <share use=\"copies\"[^>]*>\n", "");
    }
    assertThat(codes(edited, scenario)).contains(code);
  }

  private static List<String> codes(String xml, Scenario scenario) throws IOException {
    Runbook runbook = Runbook.of(scenario, Topologies.of(xml));
    assertThat(runbook.isWritten())
        .isEqualTo(runbook.problems().stream().noneMatch(p -> p.severity().word().equals("error")));
    return runbook.problems().stream().map(p -> p.code().id()).toList();
  }

  @Test
  void a_place_is_told_by_line_and_column() throws IOException {
    String xml =
        Topologies.xml("contoso")
            .replace("edge-west.contoso.com\" site=\"West\"", "e\" site=\"N\"");
    List<Problem> problems = Runbook.of(Scenario.SITE_LOST, Topologies.of(xml)).problems();
    assertThat(problems.get(0))
        .hasToString(
            "topology.xml:9:3: \"e\" is said to stand in the site \"N\", which is not in this file;"
                + " add the site, or correct its name [TOP-015]");
  }

  private static List<String> unreadable() {
    return List.of(
        "",
        "PK\u0003\u0004",
        "hello",
        "<topology",
        "<topology/>",
        "<layout xmlns=\"urn:pchat:layout:1\"/>",
        "<topology xmlns=\"urn:pchat:topology:1\" product=\"Lync\"/>",
        "<topology xmlns=\"urn:pchat:topology:1\" product=\"LyncServer2013\"><site name=\"\"/></topology>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><topology>&e;</topology>");
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void what_is_no_topology_is_refused_with_line_and_column(String text) {
    assertThatThrownBy(() -> Topologies.of(text))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            refused -> {
              assertThat(refused.problem().toString())
                  .contains("topology.xml:1:", "TOP-001", "topology-contoso.xml shows")
                  .doesNotContain("\n");
              assertThat(refused.problem().where().column()).isPositive();
            });
  }
}
