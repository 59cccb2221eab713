package org.pchat.runbook;

import java.util.ArrayList;
import java.util.List;
import org.pchat.document.PowerShellCommand;
import org.pchat.runbook.Topology.Instance;
import org.pchat.runbook.Topology.Use;

/** The database and the servers come home: scenarios 2b and 3b. */
final class FailbackSteps {
  private final Cast cast;
  private final ChatCommands commands;

  FailbackSteps(Cast cast) {
    this.cast = cast;
    this.commands = new ChatCommands(cast);
  }

  List<Step> siteBack() {
    List<Step> steps = new ArrayList<>(new FrontEndSteps(cast).back(true));
    steps.addAll(database());
    return steps;
  }

  List<Step> chatBack() {
    return database();
  }

  private List<Step> database() {
    List<Step> steps = new ArrayList<>();
    steps.add(clear());
    cast.backupMirror().ifPresent(m -> steps.add(endMirroring(cast.backup(), Topology.CHAT)));
    cast.mirror().ifPresent(m -> steps.add(endMirroring(cast.primary(), Topology.CHAT)));
    cast.compliance()
        .filter(database -> database.mirror() != null)
        .flatMap(database -> cast.topology().instance(database.primary()))
        .ifPresent(instance -> steps.add(endMirroring(instance, Topology.COMPLIANCE)));
    steps.add(backUpBackup());
    steps.add(backUpOld());
    steps.add(endConnections());
    steps.add(restore());
    steps.add(state());
    steps.add(add());
    steps.add(reconnect());
    cast.mirror().ifPresent(mirror -> steps.add(mirrorAgain(mirror)));
    steps.add(shipAgain());
    return steps;
  }

  private static String shell() {
    return "management shell, off-hours";
  }

  private Step clear() {
    return Step.named("Clear the list of active servers")
        .why(
            "No server may write to mgc or mgccomp while the database moves. The list is cleared by"
                + " $Null; a call without parameters, as older texts have it, cannot work.")
        .at(shell())
        .run(commands.clearActive())
        .check("No server takes new connections.", commands.showServices(cast.survivors()))
        .failing("Run it again; do not go on while a server is active.")
        .loses("Open connections; users are without chat until servers are added again.")
        .back("Add the servers that served: " + String.join(", ", cast.survivors()) + ".")
        .from(Page.RECOVERY, Page.ACTIVE);
  }

  /** Returns the step that takes a database off its mirror. */
  Step endMirroring(Instance principal, String database) {
    return Step.named("Remove the mirroring of " + database + " on " + principal.address())
        .why("A mirrored database can neither be restored over nor left behind.")
        .at("PowerShell with access to " + principal.address())
        .run(commands.endMirroring(principal, database))
        .check(
            "No database is mirrored.",
            commands.query(
                principal,
                "SELECT DB_NAME(database_id) AS name, mirroring_state_desc"
                    + " FROM sys.database_mirroring WHERE mirroring_guid IS NOT NULL"))
        .failing("\"Not configured for mirroring\" means that it is gone already: go on.")
        .back("Install-CsMirrorDatabase, as in the last steps.")
        .from(Page.RECOVERY);
  }

  private String fresh() {
    return cast.file(Use.BACKUPS, "mgc-before-failback.bak");
  }

  private String old() {
    return cast.file(Use.BACKUPS, "mgc-old-primary.bak");
  }

  private Step backUpBackup() {
    return Step.named("Back up the database that serves now")
        .why("It is the truth since the failover, and it is what goes home.")
        .at("PowerShell with access to " + cast.backup().address())
        .run(commands.fullBackup(cast.backup(), Topology.CHAT, fresh()))
        .check(
            "The file is read whole and its sums are right.",
            commands.verify(cast.backup(), fresh()))
        .failing("Choose another file or share; a file that is there would get a second set.")
        .back("Delete the file.")
        .from(Page.RECOVERY, Page.SQL_BACKUP);
  }

  private Step backUpOld() {
    return Step.named("Back up the old primary before anything is restored over it")
        .why(
            "It may hold messages that were never shipped. They are nowhere else, and the next steps"
                + " overwrite them.")
        .at("PowerShell with access to " + cast.primary().address())
        .run(
            commands.fullBackup(cast.primary(), Topology.CHAT, old()),
            commands.verify(cast.primary(), old()))
        .check(
            "This tool tells what only the old primary holds; keep its answer.",
            ChatCommands.pchat("diff", old(), fresh()))
        .failing(
            "A database that is restoring is brought online first (RESTORE DATABASE [mgc] WITH"
                + " RECOVERY). If it stays damaged, stop the instance and copy mgc.mdf and its log.")
        .loses(
            "Nothing, if this is done. The messages found here can be packaged and imported later.")
        .back("Delete the file, once nothing in it is missed.")
        .from(Page.OURS, Page.SQL_BACKUP);
  }

  private Step endConnections() {
    return Step.named("End all connections to the old primary")
        .why("It can be restored over only when nobody is in it.")
        .at("PowerShell with access to " + cast.primary().address())
        .run(commands.endConnections(cast.primary()))
        .check("sp_who2 shows nobody in mgc.", commands.query(cast.primary(), "EXEC sp_who2"))
        .failing("Stop the program that comes back at once.")
        .back("They connect again by themselves.")
        .from(Page.RECOVERY);
  }

  private Step restore() {
    return Step.named("Restore over the old primary: overwrite, ready to use")
        .why("The home database gets the state of the one that served.")
        .at("PowerShell with access to " + cast.primary().address())
        .run(commands.restoreOver(cast.primary(), fresh()))
        .check("The state is ONLINE.", commands.showDatabase(cast.primary()))
        .failing("If paths differ, add WITH MOVE for each file that RESTORE FILELISTONLY names.")
        .loses("What only the old primary held, unless the step before saved it.")
        .back("Restore " + old() + " in the same way.")
        .from(Page.RECOVERY, Page.SQL_RESTORE);
  }

  private Step state() {
    return Step.named("Tell the pool to use its primary database")
        .why("Before servers are active, so that none of them connects to the backup again.")
        .at(shell())
        .run(commands.state("Normal"))
        .check("The state is Normal.", commands.showState())
        .failing("Do not add servers before the state is Normal.")
        .back("The same with -PoolState FailedOver: the backup database is still whole.")
        .from(Page.RECOVERY, Page.STATE);
  }

  private Step add() {
    return Step.named("Add the servers that are active in normal times")
        .why("As before the disaster, at most four.")
        .at(shell())
        .run(commands.addActive(cast.active()))
        .check("The service runs on each of them.", commands.showServices(cast.active()))
        .failing("Add them one by one and leave out the one that does not start.")
        .back("Clear the list, set the state FailedOver, add the servers of the other site.")
        .from(Page.RECOVERY, Page.ACTIVE);
  }

  private Step reconnect() {
    return Step.named("See that clients come back")
        .why("They connect again by themselves, which takes minutes in a large pool.")
        .at("any client, and the event log of each active server")
        .check("Somebody reads a message from before the disaster and one from during it.")
        .failing("Sign out and in; then restart the service of the server that nobody reaches.")
        .back("Nothing was changed.")
        .from(Page.RECOVERY);
  }

  private Step mirrorAgain(Instance mirror) {
    PowerShellCommand install =
        PowerShellCommand.of("Install-CsMirrorDatabase")
            .with("DatabaseType", "PersistentChat")
            .with("FileShare", cast.path(Use.WORK))
            .with("SqlServerFqdn", cast.primary().fqdn());
    String instance = cast.primary().instance();
    if (instance != null) {
      install.with("SqlInstanceName", instance);
    }
    install.flag("DropExistingDatabasesOnMirror");
    return Step.named("Mirror the primary again")
        .why("The restore ended its mirror; the old copy on the mirror is of no use.")
        .at(shell())
        .run(Command.destroys(install.flag("Verbose")))
        .check(
            "The mirror " + mirror.address() + " is synchronised.",
            Command.looks(
                PowerShellCommand.of("Get-CsDatabaseMirrorState")
                    .with("PoolFqdn", cast.pool())
                    .with("DatabaseType", "PersistentChat")))
        .failing("Chat serves without it; both instances need access to the share.")
        .loses("The old copy of mgc on the mirror.")
        .back(
            "ALTER DATABASE [mgc] SET PARTNER OFF. The same again for mgccomp, if it was mirrored.")
        .from(Page.MIRROR);
  }

  private Step shipAgain() {
    return Step.named("Set log shipping up again")
        .why(
            "From "
                + cast.primary().address()
                + " to "
                + cast.backup().address()
                + ", by way of "
                + cast.path(Use.BACKUPS)
                + ". Until then a second disaster has no backup.")
        .at("SQL Server Management Studio, properties of mgc, Transaction Log Shipping")
        .check(
            "The first log is restored on the backup.",
            commands.query(
                cast.backup(),
                "SELECT last_restored_file, last_restored_date"
                    + " FROM msdb.dbo.log_shipping_monitor_secondary"))
        .failing("The Agent's account needs to read the share and to write the folder.")
        .back("EXEC sp_delete_log_shipping_secondary_database mgc on the backup.")
        .from(Page.RECOVERY);
  }
}
