package org.pchat.restore;

import java.util.List;
import org.pchat.document.PowerShellCommand;

/** The script beside a package: the steps of the guide, one by one, with a stop at each. */
final class Script {
  private final RestoreWords words;
  private final StringBuilder text = new StringBuilder();

  Script(RestoreWords words) {
    this.words = words;
  }

  String text() {
    head();
    step("Is what is missed only disabled? Enable a disabled room instead of importing it.");
    words
        .looks()
        .forEach(look -> line("try { " + look + " } catch { Write-Host $_.Exception.Message }"));
    step("Make a fresh export of the pool, to rehearse onto and to compare with");
    doing(
        "$DBInstance",
        "Export-CsPersistentChatData",
        List.of("Export-CsPersistentChatData -DBInstance $DBInstance -FileName $Before"));
    line("pchat rehearse $Package --onto $Before");
    step("Stop the Persistent Chat service on every server of the pool");
    line("$Servers = @((Get-CsPool -Identity $Pool).Computers)");
    each("Stop-CsWindowsService");
    step("Back up the database mgc; it is the only way back");
    doing(
        "$DBInstance",
        "Backup-SqlDatabase",
        List.of(
            "Backup-SqlDatabase -ServerInstance $DBInstance -Database 'mgc' -BackupFile $Backup -CopyOnly"));
    step("Try the import, and read its report");
    line(
        "Import-CsPersistentChatData -DBInstance $DBInstance -FileName $Package -WhatIf -Report $TrialReport");
    line("Write-Host ('Read ' + $TrialReport + ' and put right what it names before you go on.')");
    rest();
    return text.toString();
  }

  private void rest() {
    step("Import");
    doing(
        "$DBInstance",
        "Import-CsPersistentChatData",
        List.of(
            "Import-CsPersistentChatData -DBInstance $DBInstance -FileName $Package -Report $Report"));
    step("Copy uploaded files: an export never holds them");
    line(
        "Write-Host "
            + PowerShellCommand.quote(
                words.result().repairs().files()
                    + " links in messages of the package name files; they must be in the file store of the pool."));
    step("Start the Persistent Chat service on every server of the pool");
    each("Start-CsWindowsService");
    step("Give creators again, whom an import may lose");
    doing("$Pool", "Set-CsPersistentChatCategory", words.result().repairs().creators());
    step("Verify by a new export");
    doing(
        "$DBInstance",
        "Export-CsPersistentChatData",
        List.of("Export-CsPersistentChatData -DBInstance $DBInstance -FileName $After"));
    line("pchat diff $Before $After");
    line("Write-Host 'Done. Keep the backup until somebody has looked.'");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void head() {
    line("# Brings a package back, step by step; each step asks first. RESTORE.md explains.");
    line("# -WhatIf shows what would be done and changes nothing.");
    line("[CmdletBinding(SupportsShouldProcess = $true)]");
    line("param(");
    line("  [Parameter(Mandatory = $true)]");
    line("  [string] $DBInstance,");
    line("  [string] $Pool = " + PowerShellCommand.quote(words.pool().orElse("")) + ",");
    line("  [string] $Folder = $PSScriptRoot");
    line(")");
    line("Set-StrictMode -Version 2");
    line("$ErrorActionPreference = 'Stop'");
    line("if (-not $Pool) { throw 'Say which pool: -Pool pchat.contoso.com' }");
    line("$Package = Join-Path $Folder " + PowerShellCommand.quote(words.packageName()));
    line("$Stamp = Get-Date -Format 'yyyyMMdd-HHmmss'");
    line("$Before = Join-Path $Folder ('before-' + $Stamp + '.zip')");
    line("$After = Join-Path $Folder ('after-' + $Stamp + '.zip')");
    line("$TrialReport = Join-Path $Folder ('import-trial-' + $Stamp + '.html')");
    line("$Report = Join-Path $Folder ('import-' + $Stamp + '.html')");
    line("$Backup = 'mgc-before-restore-' + $Stamp + '.bak'");
    line("$Script:Number = 0");
    line("");
    line("function Step-On {");
    line("  param([string] $Words)");
    line("  $Script:Number++");
    line("  Write-Host ''");
    line("  Write-Host ('Step ' + $Script:Number + ': ' + $Words)");
    line("  if ($WhatIfPreference) { return }");
    line("  $Answer = Read-Host 'Go on? (yes or no)'");
    line("  if ($Answer -ne 'yes') { throw 'Stopped. Nothing of this step was done.' }");
    line("}");
    line("");
    line(
        "Write-Host "
            + PowerShellCommand.quote("What to expect: " + words.result().verdict().word()));
    line("Write-Host " + PowerShellCommand.quote(words.age()));
  }

  private void step(String what) {
    line("");
    line("Step-On " + PowerShellCommand.quote(what));
  }

  private void doing(String on, String what, List<String> commands) {
    if (commands.isEmpty()) {
      line("Write-Host 'Nothing to do.'");
      return;
    }
    line("if ($PSCmdlet.ShouldProcess(" + on + ", " + PowerShellCommand.quote(what) + ")) {");
    commands.forEach(command -> line("  " + command));
    line("}");
  }

  private void each(String cmdlet) {
    line("foreach ($Server in $Servers) {");
    line("  if ($PSCmdlet.ShouldProcess($Server, '" + cmdlet + " RTCCHAT')) {");
    line("    " + cmdlet + " -Name RTCCHAT -ComputerName $Server");
    line("  }");
    line("}");
  }
}
