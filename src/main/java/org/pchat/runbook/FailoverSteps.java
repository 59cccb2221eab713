package org.pchat.runbook;

import java.util.ArrayList;
import java.util.List;
import org.pchat.document.PowerShellCommand;
import org.pchat.runbook.Command.Effect;
import org.pchat.runbook.Topology.Instance;
import org.pchat.runbook.Topology.Use;

/** The database and the servers go to the other site: scenarios 2a and 3a. */
final class FailoverSteps {
  private static final String LOGS = "mgc_*.trn";

  private final Cast cast;
  private final ChatCommands commands;

  FailoverSteps(Cast cast) {
    this.cast = cast;
    this.commands = new ChatCommands(cast);
  }

  /** A site is lost. */
  List<Step> siteLost() {
    List<Step> steps = new ArrayList<>(new FrontEndSteps(cast).lost(true));
    steps.addAll(database());
    steps.add(state());
    steps.add(clear("the lost servers must not be on the list that the survivors are added to"));
    steps.add(add());
    cast.backupMirror().ifPresent(mirror -> steps.add(mirror(mirror)));
    if (!cast.topology().edgePools().isEmpty()) {
      steps.add(edge());
    }
    return steps;
  }

  /** The active chat servers of the home site are lost. */
  List<Step> chatLost() {
    List<Step> steps = new ArrayList<>();
    if (cast.isSplit()) {
      steps.add(stillServing());
    }
    steps.add(clear("nobody may write while the database moves"));
    cast.mirror().ifPresent(mirror -> steps.add(endMirroring()));
    steps.add(tail());
    steps.addAll(database());
    steps.add(state());
    steps.add(add());
    cast.backupMirror().ifPresent(mirror -> steps.add(mirror(mirror)));
    return steps;
  }

  private String backupShell() {
    return "PowerShell on " + cast.backup().fqdn() + ", the server of the backup instance";
  }

  private static String chatShell() {
    return "management shell, in any site that is up";
  }

  private Step stillServing() {
    return Step.named("See that the surviving servers serve, and choose a quiet hour")
        .why(
            "Servers are active in both sites, so chat goes on over the fast line. The database is"
                + " moved to them only off-hours: do the following steps then.")
        .at(chatShell())
        .run(commands.showServices(cast.survivors()))
        .check("Users chat, and the service runs on every server that is listed.")
        .failing("If nobody is served, do not wait for a quiet hour.")
        .back("Nothing was changed.")
        .from(Page.RECOVERY, Page.OURS);
  }

  private Step endMirroring() {
    return Step.named("End the mirroring of mgc on the old primary")
        .why("A mirrored database refuses a backup of its tail that leaves it restoring.")
        .at("PowerShell with access to " + cast.primary().address() + ", if that still answers")
        .run(commands.endMirroring(cast.primary(), Topology.CHAT))
        .check(
            "The database is online and no longer mirrored.", commands.showDatabase(cast.primary()))
        .failing("If the instance does not answer, leave this step and the next out.")
        .back("Set the mirror up again with Install-CsMirrorDatabase.")
        .from(Page.TAIL);
  }

  private Step tail() {
    String statement =
        "BACKUP LOG [mgc] TO DISK = "
            + Sql.text(cast.file(Use.BACKUPS, "mgc_99999999999999-tail.trn"))
            + " WITH NORECOVERY, CHECKSUM";
    return Step.named("If the old primary still answers, back up the tail of its log")
        .why(
            "It saves the last messages and leaves the old database restoring. Without that there"
                + " would be two primaries. The name sorts behind every shipped log.")
        .at("PowerShell with access to " + cast.primary().address())
        .run(commands.sql(cast.primary(), Effect.CHANGES, statement))
        .check("The state of the old database is RESTORING.", commands.showDatabase(cast.primary()))
        .failing(
            "Connections in the way are ended as below, on the old primary. If the instance is gone,"
                + " go on, and see to it that it cannot come back by itself: stop its service.")
        .loses("If the instance is gone: what was written since the last log backup.")
        .back(
            "RESTORE DATABASE [mgc] WITH RECOVERY on the old primary, before the backup is recovered.")
        .from(Page.TAIL);
  }

  private List<Step> database() {
    return List.of(
        lastRestored(), endShipping(), copyLogs(), applyLogs(), endConnections(), recover());
  }

  private Step lastRestored() {
    String statement =
        "SELECT last_restored_file FROM msdb.dbo.log_shipping_monitor_secondary"
            + " WHERE secondary_database = N'mgc'";
    return Step.named("Note which log was restored last")
        .why("The next step removes this knowledge, and only later logs may be applied.")
        .at(backupShell())
        .run(
            Command.looks(
                "$lastRestored = Split-Path -Leaf -Path ("
                    + Sql.on(cast.backup(), "master", statement)
                    + ").last_restored_file"))
        .check("A file name is shown; write it down.", Command.looks("Write-Output $lastRestored"))
        .failing("Look into the job history of log shipping, and set the variable by hand.")
        .back("Nothing was changed.")
        .from(Page.OURS);
  }

  private Step endShipping() {
    return Step.named("Remove log shipping from the backup database")
        .why("Its jobs must not restore logs while hands do.")
        .at("PowerShell with access to " + cast.backup().address())
        .run(
            commands.sql(
                cast.backup(),
                Effect.CHANGES,
                "EXEC sp_delete_log_shipping_secondary_database mgc"))
        .check("The copy and restore jobs of mgc are gone from SQL Server Agent.")
        .failing(
            "Run it in the database master of the backup instance; disable the two jobs by hand.")
        .back("Set log shipping up again, as the failback does at its end.")
        .from(Page.FAILING_OVER, Page.RECOVERY);
  }

  private Step copyLogs() {
    String folder = cast.path(Use.COPIES);
    return Step.named("Copy the log backups that were not copied yet")
        .why("Every one that reached the share is a piece of chat that is not lost.")
        .at(backupShell())
        .run(
            Command.looks(
                files(cast.path(Use.BACKUPS))
                    + " | Where-Object { -not (Test-Path -LiteralPath (Join-Path -Path "
                    + PowerShellCommand.quote(folder)
                    + " -ChildPath $_.Name)) } | Copy-Item -Destination "
                    + PowerShellCommand.quote(folder)))
        .check("Every file of the share is in the folder.", Command.looks(files(folder)))
        .failing("If the share is lost with the site, go on with what was copied.")
        .loses("What is only on the share, if that is lost.")
        .back("Nothing to undo: files were only added.")
        .from(Page.FAILING_OVER, Page.RECOVERY);
  }

  private static PowerShellCommand files(String folder) {
    return PowerShellCommand.of("Get-ChildItem").with("LiteralPath", folder).with("Filter", LOGS);
  }

  private Step applyLogs() {
    return Step.named("Apply the log backups in their order, WITH NORECOVERY")
        .why("One that is missing ends the row; one applied WITH RECOVERY would end it too.")
        .at(backupShell())
        .run(
            new Command(
                files(cast.path(Use.COPIES))
                    + " | Where-Object { $_.Name -gt $lastRestored } | Sort-Object -Property Name"
                    + " | ForEach-Object { "
                    + Sql.start(cast.backup(), "master")
                    + " -Query (\"RESTORE LOG [mgc] FROM DISK = N'\" + $_.FullName.Replace(\"'\", \"''\")"
                    + " + \"' WITH NORECOVERY\") }",
                Effect.CHANGES))
        .check(
            "The state is RESTORING and the last file was applied.",
            commands.query(
                cast.backup(),
                "SELECT TOP (5) restore_date, restore_type FROM msdb.dbo.restorehistory"
                    + " WHERE destination_database_name = N'mgc' ORDER BY restore_date DESC"))
        .failing(
            "\"Too early\" means that a log was applied before: go on with the next. \"Too recent\""
                + " means that one is missing: find it, or go on with a loss from there.")
        .loses("Everything behind a log that is missing or damaged.")
        .back("None for a log that was applied; the database can still take more.")
        .from(Page.FAILING_OVER, Page.LOG_SHIPPING);
  }

  private Step endConnections() {
    return Step.named("End all connections to the backup database")
        .why("It can be recovered only when nobody is in it.")
        .at("PowerShell with access to " + cast.backup().address())
        .run(commands.endConnections(cast.backup()))
        .check("sp_who2 shows nobody in mgc.", commands.query(cast.backup(), "EXEC sp_who2"))
        .failing("Whoever comes back at once is a program: stop it, then end it again.")
        .loses("What the ended sessions were about to read; a restoring database takes no writes.")
        .back("They connect again by themselves.")
        .from(Page.FAILING_OVER, Page.RECOVERY);
  }

  private Step recover() {
    return Step.named("Bring the backup database online")
        .why("It becomes the primary. No log can be applied behind this point.")
        .at("PowerShell with access to " + cast.backup().address())
        .run(commands.sql(cast.backup(), Effect.DESTROYS, "RESTORE DATABASE [mgc] WITH RECOVERY"))
        .check("The state is ONLINE.", commands.showDatabase(cast.backup()))
        .failing(
            "Read the error log of the instance; a log that is in use was not applied in full.")
        .loses(
            "Every log that was not applied. Keep the files: the failback saves the old primary.")
        .back("Only the failback, or a new restore from a full backup.")
        .from(Page.FAILING_OVER, Page.RECOVERY);
  }

  private Step state() {
    return Step.named("Tell the pool to use the backup database")
        .why("In the state FailedOver the servers of the pool connect to the backup.")
        .at(chatShell())
        .run(commands.state("FailedOver"))
        .check("The state is FailedOver.", commands.showState())
        .failing("The Central Management store must be reachable; see the first steps of 2a.")
        .back("The same with -PoolState Normal, if the old primary is whole and alone.")
        .from(Page.FAILING_OVER, Page.STATE);
  }

  private Step clear(String why) {
    return Step.named("Clear the list of active servers")
        .why("The list is cleared by $Null before servers are added: " + why + ".")
        .at(chatShell())
        .run(commands.clearActive())
        .check("No server takes new connections.", commands.showServices(cast.survivors()))
        .failing("Never use -Swap after a loss: it is for a planned change. Run the command again.")
        .loses("Open connections; clients connect again once servers are active.")
        .back("Add the servers that were active: " + String.join(", ", cast.active()) + ".")
        .from(Page.ACTIVE);
  }

  private Step add() {
    return Step.named("Add the surviving servers near the database")
        .why(
            "At most four, and only in the data center of the new primary or on a fast line to it.")
        .at(chatShell())
        .run(commands.addActive(cast.survivors()))
        .check(
            "The service runs on each of them, and users are back in their rooms.",
            commands.showServices(cast.survivors()))
        .failing("Add them one by one and leave out the one that does not start.")
        .back("Clear the list as before.")
        .from(Page.FAILING_OVER, Page.ACTIVE);
  }

  private Step mirror(Instance mirror) {
    Instance principal = cast.backup();
    PowerShellCommand install =
        PowerShellCommand.of("Install-CsMirrorDatabase")
            .with("DatabaseType", "PersistentChat")
            .with("FileShare", cast.path(Use.WORK))
            .with("SqlServerFqdn", principal.fqdn());
    if (principal.instance() != null) {
      install.with("SqlInstanceName", principal.instance());
    }
    return Step.named("If it shall last: mirror the new primary")
        .why("It has no mirror now. This is another mirror than that of the lost primary.")
        .at(chatShell())
        .run(Command.changes(install.flag("Verbose")))
        .check(
            "The mirror " + mirror.address() + " is synchronised.",
            Command.looks(
                PowerShellCommand.of("Get-CsDatabaseMirrorState")
                    .with("PoolFqdn", cast.pool())
                    .with("DatabaseType", "PersistentChat")))
        .failing("Chat serves without it. Both instances need access to the share.")
        .back("ALTER DATABASE [mgc] SET PARTNER OFF on the principal; the failback does it too.")
        .from(Page.FAILING_OVER, Page.MIRROR);
  }

  private Step edge() {
    return Step.named("Send outside traffic through the Edge pool of the other site")
        .why("The lost site's Edge pool is gone with it; federation has one way out.")
        .at("Topology Builder, and the DNS servers")
        .check("Somebody outside signs in, and a message goes to a federated partner.")
        .failing("Lower the priority of the lost site's SRV records by hand.")
        .loses("Outside users wait for DNS.")
        .back("Choose the old federation route again and publish.")
        .from(Page.EDGE, Page.RECOVERY);
  }
}
