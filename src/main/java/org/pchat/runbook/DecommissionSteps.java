package org.pchat.runbook;

import java.util.ArrayList;
import java.util.List;
import org.pchat.document.PowerShellCommand;
import org.pchat.runbook.Topology.Use;

/** Before the servers go: scenario 5. */
final class DecommissionSteps {
  private final Cast cast;
  private final ChatCommands commands;

  DecommissionSteps(Cast cast) {
    this.cast = cast;
    this.commands = new ChatCommands(cast);
  }

  List<Step> all() {
    List<Step> steps = new ArrayList<>();
    steps.add(adapter());
    steps.add(quiesce());
    steps.add(encryption());
    steps.add(backUp(Topology.CHAT, cast.primary()));
    cast.compliance()
        .flatMap(database -> cast.topology().instance(database.primary()))
        .ifPresent(instance -> steps.add(backUp(Topology.COMPLIANCE, instance)));
    steps.add(export());
    steps.add(files());
    steps.add(users());
    steps.add(groups());
    steps.add(compliance());
    steps.add(reconcile());
    steps.add(hashes());
    return steps;
  }

  private String file(String name) {
    return cast.file(Use.WORK, name);
  }

  private static String shell() {
    return "management shell, as a Persistent Chat administrator";
  }

  private Step adapter() {
    return Step.named("Send everybody away, and let the compliance adapter finish")
        .why("It empties mgccomp only while the service runs, so it comes before the stop.")
        .at(shell())
        .run(Command.looks(PowerShellCommand.of("Get-CsPersistentChatComplianceConfiguration")))
        .check("The adapter has run once more since the last message.")
        .failing("Go on all the same: the backup of mgccomp below holds what it left.")
        .back("Nothing was changed.")
        .from(Page.COMPLIANCE);
  }

  private Step compliance() {
    String folder = cast.topology().share(Use.COMPLIANCE).orElse("");
    Step.Draft step =
        Step.named("Keep the output of the compliance adapter")
            .why("mgccomp is emptied as the adapter works; what it wrote is the record.")
            .at("any computer with access to both");
    if (!folder.isEmpty()) {
      step.run(copy(folder, file("compliance")));
    }
    return step.check(
            "The copy has as many files as the folder, the newest of after the last message.")
        .failing("If compliance was never on, there is nothing to keep: note that and sign.")
        .back("Files were only copied.")
        .from(Page.COMPLIANCE);
  }

  private static Command copy(String from, String to) {
    return Command.looks(
        PowerShellCommand.of("Copy-Item")
            .with("LiteralPath", from)
            .with("Destination", to)
            .flag("Recurse"));
  }

  private Step quiesce() {
    return Step.named("Stop the service for good, on every server of the pool")
        .why("Backup, export and files must be of one moment.")
        .at(shell())
        .run(commands.clearActive(), commands.stopServices())
        .check("It is stopped everywhere.", commands.showServices(cast.servers()))
        .failing("Stop it in the services console of the server that is named.")
        .loses("Users are without chat from here on.")
        .back("Add the active servers and start the service.")
        .from(Page.SERVICES, Page.ACTIVE);
  }

  private Step encryption() {
    return Step.named("See that the databases are not encrypted")
        .why("A backup of an encrypted database is worth nothing once its certificate is gone.")
        .at("PowerShell with access to " + cast.primary().address())
        .run(
            commands.query(
                cast.primary(),
                "SELECT name, is_encrypted FROM sys.databases WHERE database_id > 4"))
        .check("is_encrypted is 0 for mgc and mgccomp.")
        .failing(
            "ALTER DATABASE [mgc] SET ENCRYPTION OFF, and wait until sys.dm_database_encryption_keys"
                + " says that it is decrypted.")
        .back("Nothing was changed.")
        .from(Page.SQL_BACKUP);
  }

  private Step backUp(String database, Topology.Instance instance) {
    String file = file(database + "-final.bak");
    return Step.named("Back up " + database + " into one file")
        .why(
            "Whole, with sums, without splitting it: a part of a striped backup is worth nothing by"
                + " itself.")
        .at("PowerShell with access to " + instance.address())
        .run(commands.fullBackup(instance, database, file))
        .check("The file is read whole and its sums are right.", commands.verify(instance, file))
        .failing("Choose another file or share; the file must be new.")
        .back("Delete the file.")
        .from(Page.BACKUP, Page.SQL_BACKUP);
  }

  private Step export() {
    return Step.named("Export everything")
        .why(
            "The export is possibly 20 times smaller, and it is the only form that the import takes.")
        .at(shell())
        .run(commands.export(cast.primary(), file("final.zip")))
        .check("The export is whole and sound.", ChatCommands.pchat("validate", file("final.zip")))
        .failing("Read its report; the backup above holds everything meanwhile.")
        .back("Delete the file.")
        .from(Page.EXPORT);
  }

  private Step files() {
    return Step.named("Copy the file store")
        .why("Neither backup nor export hold uploaded files.")
        .at("any computer with access to both")
        .run(copy(cast.path(Use.FILES), file("files")))
        .check(
            "Every file that the export links to is in the copy.",
            ChatCommands.pchat("list", "files", file("final.zip")))
        .failing("Copy again what is named; long paths need robocopy.")
        .back("Files were only copied.")
        .from(Page.OURS);
  }

  private Step users() {
    return Step.named("Write down who the users were")
        .why(
            "Messages name people by GUID and address; the directory is what knows their names later.")
        .at("PowerShell with the ActiveDirectory module")
        .run(
            Command.looks(
                PowerShellCommand.of("Get-ADUser")
                        .with("LDAPFilter", "(msRTCSIP-PrimaryUserAddress=*)")
                        .with(
                            "Properties",
                            List.of(
                                "msRTCSIP-PrimaryUserAddress", "displayName", "mail", "company"))
                    + " | "
                    + PowerShellCommand.of("Select-Object")
                        .with(
                            "Property",
                            List.of(
                                "ObjectGUID",
                                "SamAccountName",
                                "UserPrincipalName",
                                "Enabled",
                                "DistinguishedName",
                                "msRTCSIP-PrimaryUserAddress",
                                "displayName",
                                "mail",
                                "company"))
                    + csv("users.csv")))
        .check("The table has a row for everybody who ever wrote.")
        .failing("Without the module, the list of principals of the export is the next best.")
        .loses("People who were deleted from the directory before; the export still names them.")
        .back("Delete the file.")
        .from(Page.DIRECTORY);
  }

  private String csv(String name) {
    return " | "
        + PowerShellCommand.of("Export-Csv")
            .with("LiteralPath", file(name))
            .with("Encoding", "UTF8")
            .flag("NoTypeInformation");
  }

  private Step groups() {
    return Step.named("Write down who belonged to which group")
        .why("Access was given to groups; who was in them is nowhere else.")
        .at("PowerShell with the ActiveDirectory module")
        .run(
            Command.looks(
                PowerShellCommand.of("Get-ADGroup").with("Filter", "*")
                    + " | ForEach-Object { $group = $_;"
                    + " Get-ADGroupMember -Identity $group | Select-Object -Property"
                    + " @{Name='Group'; Expression={$group.ObjectGUID}},"
                    + " @{Name='GroupName'; Expression={$group.Name}}, 'ObjectGUID', 'SamAccountName',"
                    + " 'objectClass' }"
                    + csv("groups.csv")))
        .check("The groups that rooms and categories name are in the table.")
        .failing("A group with more members than the web service allows is read with -LDAPFilter.")
        .back("Delete the file.")
        .from(Page.GROUPS);
  }

  private Step reconcile() {
    return Step.named("Hold export and backup against each other")
        .why("Only if the export holds all of it may anybody live without the backup.")
        .at("any computer with pchat")
        .run(
            ChatCommands.pchat("reconcile", file("final.zip"), file("mgc-final.bak")),
            ChatCommands.pchat("size", file("final.zip"), file("mgc-final.bak")))
        .check("The verdict is that the export holds all of it (exit code 0).")
        .failing("Keep the backup, export again, and read the reasons.")
        .back("Nothing was changed.")
        .from(Page.OURS);
  }

  private Step hashes() {
    return Step.named("Write down the hashes of everything, and keep two copies apart")
        .why("In ten years they are what shows that nobody changed a file.")
        .at("any computer with access to " + cast.path(Use.WORK))
        .run(
            Command.looks(
                PowerShellCommand.of("Get-ChildItem")
                        .with("LiteralPath", cast.path(Use.WORK))
                        .flag("Recurse")
                        .flag("File")
                    + " | Where-Object -FilterScript { $_.Name -ne 'hashes.csv' }"
                    + " | Get-FileHash -Algorithm SHA256"
                    + csv("hashes.csv")))
        .check("Every file is in the table; a second person has a copy of it.")
        .failing("A file that is open is closed first.")
        .back("Delete the table.")
        .from(Page.OURS);
  }
}
