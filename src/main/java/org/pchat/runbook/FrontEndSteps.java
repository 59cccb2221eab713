package org.pchat.runbook;

import java.util.ArrayList;
import java.util.List;
import org.pchat.document.PowerShellCommand;

/** Scenarios 1a and 1b, which 2a and 2b begin with. */
final class FrontEndSteps {
  private final Cast cast;

  FrontEndSteps(Cast cast) {
    this.cast = cast;
  }

  private String shell() {
    return "management shell on a Front End server of " + cast.partner().fqdn();
  }

  List<Step> lost(boolean siteToo) {
    List<Step> steps = new ArrayList<>();
    steps.add(management());
    if (!siteToo) {
      cast.topology().edgePools().stream()
          .filter(edge -> edge.nextHop().equals(cast.lostPool().fqdn()))
          .forEach(edge -> steps.add(nextHop(edge)));
    }
    steps.add(failOver());
    return steps;
  }

  private Step management() {
    return Step.named("See who holds the Central Management store, and move it if it is lost")
        .why(
            "Every later cmdlet needs the store. The first command only says where it is; the move is"
                + " by its own page, since it may stand on a SQL Server that this file does not name.")
        .at(shell())
        .run(
            Command.looks(PowerShellCommand.of("Invoke-CsManagementServerFailover").flag("WhatIf")))
        .check(
            "Every server reports to the store within minutes.",
            Command.looks(PowerShellCommand.of("Get-CsManagementStoreReplicationStatus")))
        .failing("Follow the page; without the store, stop here.")
        .loses("Changes to the topology that had not reached the backup of the store.")
        .back("Nothing was changed by the look.")
        .from(Page.MANAGEMENT);
  }

  private Step nextHop(Topology.EdgePool edge) {
    return Step.named("Let the Edge pool hand over to the living pool")
        .why(edge.fqdn() + " hands over to the lost pool, so outside users would not get in.")
        .at(shell())
        .run(
            Command.changes(
                PowerShellCommand.of("Set-CsEdgeServer")
                    .with("Identity", "EdgeServer:" + edge.fqdn())
                    .with("Registrar", "Registrar:" + cast.partner().fqdn())))
        .check("Somebody outside signs in.")
        .failing("Change the next hop in Topology Builder and publish it.")
        .back("The same command with " + cast.lostPool().fqdn() + " once that pool serves again.")
        .from(Page.EDGE);
  }

  private Step failOver() {
    return Step.named("Fail the lost pool over to its pair")
        .why(
            "The users of "
                + cast.lostPool().fqdn()
                + " are served by "
                + cast.partner().fqdn()
                + ". This is the same wherever the active chat servers stand.")
        .at(shell())
        .run(
            Command.changes(
                PowerShellCommand.of("Invoke-CsPoolFailOver")
                    .with("PoolFqdn", cast.lostPool().fqdn())
                    .flag("DisasterMode")))
        .check(
            "Users of the lost pool sign in again and see their contacts.",
            Command.looks(
                PowerShellCommand.of("Get-CsPoolBackupRelationship")
                    .with("PoolFqdn", cast.lostPool().fqdn())))
        .failing("Read its report; the Central Management store must be reachable first.")
        .loses("What the backup service had not copied when the pool was lost.")
        .back("Scenario 1b.")
        .from(Page.POOL_OVER);
  }

  List<Step> back(boolean siteToo) {
    List<Step> steps = new ArrayList<>();
    steps.add(
        Step.named("Fail the pool back")
            .why("The users return to " + cast.lostPool().fqdn() + " once it is whole again.")
            .at(shell())
            .run(
                Command.changes(
                    PowerShellCommand.of("Invoke-CsPoolFailback")
                        .with("PoolFqdn", cast.lostPool().fqdn())
                        .flag("Verbose")))
            .check(
                "Users sign in on their home pool.",
                Command.looks(
                    PowerShellCommand.of("Get-CsPoolBackupRelationship")
                        .with("PoolFqdn", cast.lostPool().fqdn())))
            .failing(
                "Read its output, mend what it names, run it again. Users stay served by the pair.")
            .back("Scenario 1a.")
            .from(Page.POOL_BACK));
    cast.topology().edgePools().stream()
        .filter(edge -> edge.nextHop().equals(cast.lostPool().fqdn()) && !siteToo)
        .forEach(edge -> steps.add(nextHopBack(edge)));
    return steps;
  }

  private Step nextHopBack(Topology.EdgePool edge) {
    return Step.named("Let the Edge pool hand over to its own pool again")
        .why("It was pointed to the other pool by scenario 1a.")
        .at(shell())
        .run(
            Command.changes(
                PowerShellCommand.of("Set-CsEdgeServer")
                    .with("Identity", "EdgeServer:" + edge.fqdn())
                    .with("Registrar", "Registrar:" + edge.nextHop())))
        .check("Somebody outside signs in.")
        .failing("Change the next hop in Topology Builder and publish it.")
        .back("The same command with " + cast.partner().fqdn() + ".")
        .from(Page.EDGE);
  }
}
