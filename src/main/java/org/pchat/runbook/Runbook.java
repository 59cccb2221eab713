package org.pchat.runbook;

import java.util.List;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.Severity;

/**
 * The steps of one scenario for one topology.
 *
 * @param scenario the scenario
 * @param product the product, as the file names it
 * @param pool the Persistent Chat pool
 * @param problems what is risky in the topology, errors among it
 * @param diagrams who stands where, before the first step and behind the last
 * @param steps the steps; none if an error is among the problems
 */
public record Runbook(
    Scenario scenario,
    String product,
    String pool,
    List<Problem> problems,
    List<Diagram> diagrams,
    List<Step> steps) {
  /** What every runbook says of itself. */
  static final String CAVEAT =
      "Written from published pages, each cited at its step. Nobody has run these commands on a"
          + " server with this tool: rehearse them on yours before you need them.";

  /** Copies. */
  public Runbook {
    problems = List.copyOf(problems);
    diagrams = List.copyOf(diagrams);
    steps = List.copyOf(steps);
  }

  /** Writes the runbook for a scenario; without steps if an error is among its problems. */
  public static Runbook of(Scenario scenario, Topology topology) {
    List<Problem> problems = TopologyCheck.problems(topology, scenario);
    String pool = topology.chatPool().fqdn();
    if (problems.stream().anyMatch(p -> p.severity().compareTo(Severity.ERROR) >= 0)) {
      return new Runbook(scenario, topology.product(), pool, problems, List.of(), List.of());
    }
    var cast = new Cast(topology);
    return new Runbook(
        scenario,
        topology.product(),
        pool,
        problems,
        diagrams(scenario, cast),
        steps(scenario, cast));
  }

  /** Returns whether it could be written. */
  public boolean isWritten() {
    return !steps.isEmpty();
  }

  /** Returns a problem's place without the folders before it. */
  static String place(Problem problem) {
    Location where = problem.where();
    return where.line() > 0 ? "line " + where.line() + ": " : "";
  }

  private static List<Step> steps(Scenario scenario, Cast cast) {
    return switch (scenario) {
      case FRONT_END_LOST -> new FrontEndSteps(cast).lost(false);
      case FRONT_END_BACK -> new FrontEndSteps(cast).back(false);
      case SITE_LOST -> new FailoverSteps(cast).siteLost();
      case SITE_BACK -> new FailbackSteps(cast).siteBack();
      case CHAT_LOST -> new FailoverSteps(cast).chatLost();
      case CHAT_BACK -> new FailbackSteps(cast).chatBack();
      case SQL -> new RestoreSteps(cast).sql();
      case EXPORT -> new RestoreSteps(cast).export();
      case SELECTIVE -> new RestoreSteps(cast).selective();
      case SIDECAR -> new RestoreSteps(cast).sidecar();
      case DECOMMISSION -> new DecommissionSteps(cast).all();
    };
  }

  private static List<Diagram> diagrams(Scenario scenario, Cast cast) {
    return switch (scenario) {
      case FRONT_END_LOST, SITE_LOST, CHAT_LOST ->
          List.of(
              Diagram.normal(cast, "In normal times"),
              Diagram.failedOver(cast, scenario, "After the last step"));
      case FRONT_END_BACK -> back(cast, Scenario.FRONT_END_LOST);
      case SITE_BACK -> back(cast, Scenario.SITE_LOST);
      case CHAT_BACK -> back(cast, Scenario.CHAT_LOST);
      case SQL, EXPORT, SELECTIVE, SIDECAR ->
          List.of(Diagram.normal(cast, "Before the first step, and again after the last"));
      case DECOMMISSION ->
          List.of(
              Diagram.normal(cast, "Before the first step"),
              Diagram.gone(cast, "After the last step"));
    };
  }

  private static List<Diagram> back(Cast cast, Scenario lost) {
    return List.of(
        Diagram.failedOver(cast, lost, "Before the first step"),
        Diagram.normal(cast, "After the last step"));
  }
}
