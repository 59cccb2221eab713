package org.pchat.runbook;

import java.util.List;
import java.util.stream.Collectors;
import org.pchat.document.PowerShellCommand;
import org.pchat.runbook.Topology.Instance;

/** The cmdlets of Persistent Chat and SQL Server with the user's names in them. */
final class ChatCommands {
  private final Cast cast;

  ChatCommands(Cast cast) {
    this.cast = cast;
  }

  /** Takes every server off the list, by {@code $Null}: a call without parameters cannot work. */
  Command clearActive() {
    return Command.changes(
        PowerShellCommand.of("Set-CsPersistentChatActiveServer")
            .with("Identity", "global")
            .clearing("ActiveServers"));
  }

  Command addActive(List<String> servers) {
    return Command.changes(
        PowerShellCommand.of("Set-CsPersistentChatActiveServer")
            .with("Identity", "global")
            .adding("ActiveServers", servers));
  }

  Command state(String state) {
    return Command.changes(
        PowerShellCommand.of("Set-CsPersistentChatState")
            .with("Identity", identity())
            .with("PoolState", state));
  }

  Command showState() {
    return Command.looks(
        PowerShellCommand.of("Get-CsPersistentChatState").with("Identity", identity()));
  }

  private String identity() {
    return "PersistentChatServer:" + cast.pool();
  }

  Command showServices(List<String> servers) {
    return each(servers, PowerShellCommand.of("Get-CsWindowsService"), Command.Effect.LOOKS);
  }

  Command stopServices() {
    return each(
        cast.servers(), PowerShellCommand.of("Stop-CsWindowsService"), Command.Effect.CHANGES);
  }

  Command startServices() {
    return each(
        cast.active(), PowerShellCommand.of("Start-CsWindowsService"), Command.Effect.CHANGES);
  }

  private static Command each(List<String> servers, PowerShellCommand call, Command.Effect effect) {
    String names =
        servers.stream().map(PowerShellCommand::quote).collect(Collectors.joining(", ", "@(", ")"));
    return new Command(names + " | ForEach-Object { " + call + " -ComputerName $_ }", effect);
  }

  Command sql(Instance instance, Command.Effect effect, String statement) {
    return new Command(Sql.on(instance, "master", statement).toString(), effect);
  }

  Command query(Instance instance, String statement) {
    return sql(instance, Command.Effect.LOOKS, statement);
  }

  /**
   * Backs up the whole database into one new file without disturbing the chain of its backups. A
   * file that is there is refused: SQL Server would append to it, and restore the older set.
   */
  Command fullBackup(Instance instance, String database, String file) {
    Command backup =
        query(
            instance,
            "BACKUP DATABASE "
                + Sql.name(database)
                + " TO DISK = "
                + Sql.text(file)
                + " WITH COPY_ONLY, CHECKSUM");
    return Command.looks(
        "if ("
            + PowerShellCommand.of("Test-Path").with("LiteralPath", file)
            + ") { throw "
            + PowerShellCommand.quote(file + " is there already. Name another file.")
            + " } else { "
            + backup.line()
            + " }");
  }

  /** Reads a backup file whole, and checks its sums if it has some. */
  Command verifyAny(Instance instance, String file) {
    return query(instance, "RESTORE VERIFYONLY FROM DISK = " + Sql.text(file));
  }

  /** Reads a backup file that was written with sums whole and checks them. */
  Command verify(Instance instance, String file) {
    return query(instance, "RESTORE VERIFYONLY FROM DISK = " + Sql.text(file) + " WITH CHECKSUM");
  }

  /** Restores over {@code mgc}. Without CHECKSUM, which would refuse a backup that has no sums. */
  Command restoreOver(Instance instance, String file) {
    return sql(
        instance,
        Command.Effect.DESTROYS,
        "RESTORE DATABASE "
            + Sql.name(Topology.CHAT)
            + " FROM DISK = "
            + Sql.text(file)
            + " WITH REPLACE, RECOVERY");
  }

  /** Shows the connections, then ends them. */
  Command[] endConnections(Instance instance) {
    String kill =
        "DECLARE @k nvarchar(max) = N''; SELECT @k += N'KILL ' + CONVERT(nvarchar(11), spid) + N';'"
            + " FROM master.dbo.sysprocesses WHERE dbid = DB_ID(N'mgc') AND spid <> @@SPID;"
            + " EXEC (@k)";
    return new Command[] {
      query(instance, "EXEC sp_who2"), sql(instance, Command.Effect.DESTROYS, kill)
    };
  }

  Command showDatabase(Instance instance) {
    return query(
        instance,
        "SELECT name, state_desc, recovery_model_desc FROM sys.databases WHERE name = N'mgc'");
  }

  Command endMirroring(Instance instance, String database) {
    return sql(
        instance,
        Command.Effect.CHANGES,
        "ALTER DATABASE " + Sql.name(database) + " SET PARTNER OFF");
  }

  Command export(Instance instance, String file) {
    return Command.looks(
        PowerShellCommand.of("Export-CsPersistentChatData")
            .with("DBInstance", instance.address())
            .with("FileName", file)
            .with("Level", "All")
            .with("Report", file + ".html"));
  }

  PowerShellCommand importing(Instance instance, String file, String report) {
    return PowerShellCommand.of("Import-CsPersistentChatData")
        .with("DBInstance", instance.address())
        .with("FileName", file)
        .with("Report", report);
  }

  /** Calls this tool. */
  static Command pchat(String... words) {
    return Command.looks(PowerShellCommand.program("pchat", List.of(words)));
  }
}
