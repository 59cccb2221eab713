package org.pchat.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pchat.document.PowerShellCommand;
import org.pchat.runbook.Topology.Use;

/** Data are lost or deleted by a user: the scenarios 4. */
final class RestoreSteps {
  private static final String SIDECAR = "mgc_restore";

  private final Cast cast;
  private final ChatCommands commands;

  RestoreSteps(Cast cast) {
    this.cast = cast;
    this.commands = new ChatCommands(cast);
  }

  List<Step> sql() {
    List<Step> steps = new ArrayList<>();
    steps.add(
        export("today.zip", "what is written since the backup, which the restore throws away"));
    steps.add(stop());
    steps.add(backUp());
    cast.mirror()
        .ifPresent(
            mirror ->
                steps.add(new FailbackSteps(cast).endMirroring(cast.primary(), Topology.CHAT)));
    steps.add(endConnections());
    steps.add(restore());
    steps.add(start());
    steps.add(after("The pool is as it was at the time of the backup."));
    steps.add(shipping());
    return steps;
  }

  List<Step> export() {
    List<Step> steps = new ArrayList<>();
    steps.add(export("today.zip", "the state before the import, to compare with"));
    steps.add(rehearse(good(), "the whole export"));
    steps.addAll(importing(good()));
    return steps;
  }

  List<Step> selective() {
    List<Step> steps = new ArrayList<>();
    steps.add(onlyDisabled());
    steps.add(export("today.zip", "the state that lacks what was deleted"));
    steps.add(why());
    steps.add(pack(good(), List.of("--room", room())));
    steps.add(rehearse(file("back.zip"), "the package"));
    steps.addAll(importing(file("back.zip")));
    return steps;
  }

  List<Step> sidecar() {
    List<Step> steps = new ArrayList<>();
    steps.add(onlyDisabled());
    steps.add(beside());
    steps.add(exportBeside());
    steps.add(export("today.zip", "the state that lacks what was deleted"));
    steps.add(pack(file("beside.zip"), List.of("--room", room())));
    steps.add(rehearse(file("back.zip"), "the package"));
    steps.addAll(importing(file("back.zip")));
    steps.add(drop());
    return steps;
  }

  private static String or(@Nullable String said, String otherwise) {
    return Objects.requireNonNullElse(said, otherwise);
  }

  private String good() {
    return or(cast.topology().recovery().goodExport(), file("good.zip"));
  }

  private String room() {
    return or(cast.topology().recovery().room(), "NAME OF THE ROOM");
  }

  private String category() {
    return or(cast.topology().recovery().category(), "NAME OF THE CATEGORY");
  }

  private String sqlBackup() {
    return or(cast.topology().recovery().sqlBackup(), cast.file(Use.BACKUPS, "mgc.bak"));
  }

  private String file(String name) {
    return cast.file(Use.WORK, name);
  }

  private static String shell() {
    return "management shell, as a Persistent Chat administrator";
  }

  private String sqlShell() {
    return "PowerShell with access to " + cast.primary().address();
  }

  private Step onlyDisabled() {
    return Step.named("Is it only disabled?")
        .why(
            "A disabled room keeps its messages and is hidden. Then one cmdlet is all, and no import.")
        .at(shell())
        .run(
            Command.looks(
                PowerShellCommand.of("Get-CsPersistentChatRoom")
                    .with("PersistentChatPoolFqdn", cast.pool())
                    .with("Filter", room())
                    .with("Disabled", true)))
        .check(
            "If it is listed: "
                + PowerShellCommand.of("Set-CsPersistentChatRoom")
                    .with("Identity", cast.pool() + "\\" + room())
                    .with("Disabled", false)
                + ", and be done.")
        .failing("Leave -Disabled out and look for another name.")
        .back("Nothing was changed.")
        .from(Page.ROOMS);
  }

  private Step export(String name, String what) {
    return Step.named("Make a fresh export")
        .why("It holds " + what + ".")
        .at(shell())
        .run(commands.export(cast.primary(), file(name)))
        .check("The export is whole.", ChatCommands.pchat("validate", file(name)))
        .failing("Read its report; the account needs access to the database and the share.")
        .back("Delete the file.")
        .from(Page.BACKUP, Page.EXPORT);
  }

  private Step why() {
    return Step.named("Ask why it is gone")
        .why(
            "Moved, renamed, no longer allowed: each has a cmdlet that undoes it without an import.")
        .at("any computer with pchat")
        .run(
            ChatCommands.pchat(
                "why", "--room", room(), "--pool", cast.pool(), good(), file("today.zip")))
        .check(
            "The answer is that the room or its messages were deleted; otherwise run its cmdlet.")
        .failing("An unknown name is answered with the nearest ones. Exit code 1: nothing is gone.")
        .back("Nothing was changed.")
        .from(Page.OURS);
  }

  private Step pack(String from, List<String> selection) {
    List<String> words =
        new ArrayList<>(List.of("package", "--from", from, "--missing-in", file("today.zip")));
    words.addAll(selection);
    words.addAll(List.of("--onto", file("today.zip"), "-o", file("back.zip")));
    return Step.named("Package exactly what is missing")
        .why(
            "Nothing else may be imported: what clashes by name is overwritten. A room that is gone"
                + " comes back as it was; lost messages of a living room come back in one beside it.")
        .at("any computer with pchat")
        .run(ChatCommands.pchat(words.toArray(String[]::new)))
        .check("The counts are what is missed.", ChatCommands.pchat("info", file("back.zip")))
        .failing("The exit code and its sentence say what is missing for a self-contained package.")
        .back("Delete the package.")
        .from(Page.OURS);
  }

  private Step rehearse(String file, String what) {
    return Step.named("Rehearse the import")
        .why(
            "How the cmdlet treats what is there is not published, so every way is tried on "
                + what
                + ".")
        .at("any computer with pchat")
        .run(
            ChatCommands.pchat(
                "rehearse", file, "--onto", file("today.zip"), "--report", file("rehearsal.html")))
        .check("The verdict is clean, or you can live with each difference that the report lists.")
        .failing("Do not import. Mend each conflict by its advice, and rehearse again.")
        .back("Nothing was changed.")
        .from(Page.OURS);
  }

  private List<Step> importing(String file) {
    return List.of(
        stop(),
        backUp(),
        whatIf(file),
        importNow(file),
        files(),
        start(),
        creators(),
        after("What came back is there, and nothing else has changed."));
  }

  private Step stop() {
    return Step.named("Stop the Persistent Chat service on every server of the pool")
        .why(
            "A server that runs would write what the next steps replace. The command stops all services"
                + " of the product there; where others share the computer, give -Name as"
                + " Get-CsWindowsService lists it.")
        .at(shell())
        .run(commands.stopServices())
        .check("It is stopped everywhere.", commands.showServices(cast.servers()))
        .failing("Stop it in the services console of the server that is named.")
        .loses("Users are without chat until the service starts again.")
        .back("Start the service.")
        .from(Page.SERVICES);
  }

  private Step backUp() {
    String file = file("mgc-before.bak");
    return Step.named("Back up the whole database")
        .why("It is the way back from everything below.")
        .at(sqlShell())
        .run(commands.fullBackup(cast.primary(), Topology.CHAT, file))
        .check(
            "The file is read whole and its sums are right.", commands.verify(cast.primary(), file))
        .failing("Choose another file or share. Do not go on without it.")
        .back("Delete the file.")
        .from(Page.BACKUP, Page.SQL_BACKUP);
  }

  private Step endConnections() {
    return Step.named("End all connections")
        .why("The database can be restored over only when nobody is in it.")
        .at(sqlShell())
        .run(commands.endConnections(cast.primary()))
        .check("sp_who2 shows nobody in mgc.", commands.query(cast.primary(), "EXEC sp_who2"))
        .failing("Stop the program that comes back at once.")
        .back("They connect again by themselves.")
        .from(Page.RECOVERY);
  }

  private Step restore() {
    return Step.named("Restore the SQL Server backup over the database")
        .why("A SQL Server backup comes back only by a SQL Server restore, never by the import.")
        .at(sqlShell())
        .run(
            commands.verifyAny(cast.primary(), sqlBackup()),
            commands.restoreOver(cast.primary(), sqlBackup()))
        .check("The state is ONLINE.", commands.showDatabase(cast.primary()))
        .failing("If paths differ, add WITH MOVE for each file that RESTORE FILELISTONLY names.")
        .loses(
            "Everything since that backup, for everybody. 4-selective and 4-sidecar lose nothing.")
        .back("Restore " + file("mgc-before.bak") + " in the same way.")
        .from(Page.BACKUP, Page.SQL_RESTORE);
  }

  private Step whatIf(String file) {
    return Step.named("Let the import say what it would do")
        .why("It is the published way to find errors before they happen.")
        .at(shell())
        .run(
            Command.looks(
                commands.importing(cast.primary(), file, file("what-if.html")).flag("WhatIf")))
        .check("The report has no error, and its counts are those of the rehearsal.")
        .failing("Mend what it names and run it again. Do not import before.")
        .back("Nothing was changed.")
        .from(Page.IMPORT);
  }

  private Step importNow(String file) {
    return Step.named("Import")
        .why("An export comes back only by the import, never by a SQL Server restore.")
        .at(shell())
        .run(Command.destroys(commands.importing(cast.primary(), file, file("import.html"))))
        .check("The report has no error.")
        .failing("Restore " + file("mgc-before.bak") + " over the database.")
        .loses("What clashes by name is overwritten by what is imported.")
        .back("Restore " + file("mgc-before.bak") + " over the database.")
        .from(Page.BACKUP, Page.IMPORT);
  }

  private Step files() {
    return Step.named("Copy the uploaded files, if they are gone too")
        .why("An export never holds them; links in messages lead to the file store.")
        .at("any computer with access to " + cast.path(Use.FILES))
        .check("A file of the room opens.")
        .failing("Take them from a file backup of the same day.")
        .back("Files are only added.")
        .from(Page.OURS);
  }

  private Step creators() {
    return Step.named("Look after the creators of the categories")
        .why("The import is known to lose them.")
        .at(shell())
        .run(
            Command.looks(
                PowerShellCommand.of("Get-CsPersistentChatCategory")
                    .with("PersistentChatPoolFqdn", cast.pool())))
        .check(
            "Each category has the creators that it had; Set-CsPersistentChatCategory adds them.")
        .failing("The list of roles in the export tells who they were.")
        .back("Take them out again.")
        .from(Page.IMPORT);
  }

  private Step start() {
    return Step.named("Start the service again")
        .why("On the servers that are active in normal times.")
        .at(shell())
        .run(commands.startServices())
        .check("It runs, and users are in their rooms.", commands.showServices(cast.active()))
        .failing("The event log of the server says why it does not start.")
        .back("Stop it.")
        .from(Page.SERVICES);
  }

  private Step after(String expected) {
    return Step.named("Prove it")
        .why("Only a new export compared with the one before shows what has changed.")
        .at(shell())
        .run(
            commands.export(cast.primary(), file("after.zip")),
            ChatCommands.pchat("diff", file("today.zip"), file("after.zip")))
        .check(expected)
        .failing("What is too much or too little is named by room: decide whether to go back.")
        .back("Restore " + file("mgc-before.bak") + " over the database.")
        .from(Page.EXPORT, Page.OURS);
  }

  private Step shipping() {
    return Step.named("Set mirroring and log shipping up again")
        .why("A restore breaks the chain of logs that both live on.")
        .at("as in the last steps of scenario 2b")
        .check("The first log is restored on the backup.")
        .failing("See scenario 2b.")
        .back("See scenario 2b.")
        .from(Page.RECOVERY);
  }

  private Step beside() {
    String list = "RESTORE FILELISTONLY FROM DISK = " + Sql.text(sqlBackup());
    String move =
        "$moves = ($files | ForEach-Object { \"MOVE N'\" + $_.LogicalName.Replace(\"'\", \"''\") +"
            + " \"' TO N'\" + (Join-Path -Path "
            + PowerShellCommand.quote(cast.path(Use.RESTORE))
            + " -ChildPath (\"mgc_restore_\" + $_.FileId +"
            + " [IO.Path]::GetExtension($_.PhysicalName))).Replace(\"'\", \"''\") + \"'\" }) -join ', '";
    String head =
        "RESTORE DATABASE [" + SIDECAR + "] FROM DISK = " + Sql.text(sqlBackup()) + " WITH ";
    return Step.named("Restore the backup beside the living database, as " + SIDECAR)
        .why("Nobody is rolled back: the living mgc is not touched. Each file gets a new place.")
        .at(sqlShell())
        .run(
            Command.looks("$files = " + Sql.on(cast.primary(), "master", list)),
            Command.looks(move),
            Command.changes(
                Sql.start(cast.primary(), "master")
                    + " -Query ("
                    + PowerShellCommand.quote(head)
                    + " + $moves + ', RECOVERY')"))
        .check(
            "Both databases are ONLINE.",
            commands.query(cast.primary(), "SELECT name, state_desc FROM sys.databases"))
        .failing(
            "An existing " + SIDECAR + " is of an earlier attempt: drop it as in the last step.")
        .back("Drop " + SIDECAR + ".")
        .from(Page.SQL_RESTORE, Page.OURS);
  }

  private Step exportBeside() {
    return Step.named("Export the category from " + SIDECAR)
        .why(
            "-DBName and -Scope are published parameters, so the export is spelled as the import wants"
                + " it. We have not tried them: pchat package --from the .bak itself is the other way.")
        .at(shell())
        .run(
            Command.looks(
                PowerShellCommand.of("Export-CsPersistentChatData")
                    .with("DBInstance", cast.primary().address())
                    .with("DBName", SIDECAR)
                    .with("Scope", List.of(category()))
                    .with("FileName", file("beside.zip"))
                    .with("Report", file("beside.html"))))
        .check("The room is in it.", ChatCommands.pchat("list", "rooms", file("beside.zip")))
        .failing("Leave -Scope out; if -DBName is refused, package from the .bak itself.")
        .back("Delete the file.")
        .from(Page.EXPORT);
  }

  private Step drop() {
    return Step.named("Drop " + SIDECAR)
        .why("It is a copy of everybody's messages.")
        .at(sqlShell())
        .run(
            commands.sql(
                cast.primary(), Command.Effect.DESTROYS, "DROP DATABASE [" + SIDECAR + "]"))
        .check(
            "It is gone.",
            commands.query(cast.primary(), "SELECT name, state_desc FROM sys.databases"))
        .failing("End the connections to it first.")
        .loses("The copy; the backup file stays.")
        .back("Restore it beside the living database again.")
        .from(Page.OURS);
  }
}
