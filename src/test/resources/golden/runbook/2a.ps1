# 2a A site is lost with all that stands in it
# Pool pchat.contoso.com, SkypeForBusinessServer2015
# Written from published pages, each cited at its step. Nobody has run these commands on a server with this tool: rehearse them on yours before you need them.
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]
param()
$ErrorActionPreference = 'Stop'

# In normal times
# +-- East
# |     Front End EEPool1.contoso.com
# |     Edge      edge-east.contoso.com
# |     Chat      pchat1.contoso.com (active)
# |     Chat      pchat2.contoso.com (active)
# |     Chat      pchat3.contoso.com (active)
# |     Chat      pchat4.contoso.com (active)
# |     SQL       sql1.contoso.com\RTC (mgc primary, mgccomp primary)
# |     SQL       sql1m.contoso.com\RTC (mgc mirror, mgccomp mirror)
# +-- West
# |     Front End EEPool2.contoso.com
# |     Edge      edge-west.contoso.com
# |     Chat      pchat5.contoso.com (waits)
# |     Chat      pchat6.contoso.com (waits)
# |     Chat      pchat7.contoso.com (waits)
# |     Chat      pchat8.contoso.com (waits)
# |     SQL       sql2.contoso.com\RTC (mgc backup)
# |     SQL       sql2m.contoso.com\RTC
# +--

# After the last step
# +-- East
# |   x Front End EEPool1.contoso.com (lost)
# |   x Edge      edge-east.contoso.com (lost)
# |   x Chat      pchat1.contoso.com (lost)
# |   x Chat      pchat2.contoso.com (lost)
# |   x Chat      pchat3.contoso.com (lost)
# |   x Chat      pchat4.contoso.com (lost)
# |   x SQL       sql1.contoso.com\RTC (lost)
# |   x SQL       sql1m.contoso.com\RTC (lost)
# +-- West
# |   > Front End EEPool2.contoso.com (serves both)
# |     Edge      edge-west.contoso.com
# |   > Chat      pchat5.contoso.com (active)
# |   > Chat      pchat6.contoso.com (active)
# |   > Chat      pchat7.contoso.com (active)
# |   > Chat      pchat8.contoso.com (active)
# |   > SQL       sql2.contoso.com\RTC (mgc primary)
# |     SQL       sql2m.contoso.com\RTC (mgc mirror)
# +--

# Step 1. See who holds the Central Management store, and move it if it is lost
# Invoke-CsManagementServerFailover, https://learn.microsoft.com/powershell/module/skypeforbusiness/invoke-csmanagementserverfailover
Write-Host -Object ''
Write-Host -Object 'Step 1 of 13. See who holds the Central Management store, and move it if it is lost'
Write-Host -Object '  Why: Every later cmdlet needs the store. The first command only says where it is; the move is by its own page, since it may stand on a SQL Server that this file does not name.'
Write-Host -Object '  Where: management shell on a Front End server of EEPool2.contoso.com'
Write-Host -Object '  If it fails: Follow the page; without the store, stop here.'
Write-Host -Object '  What may be lost: Changes to the topology that had not reached the backup of the store.'
Write-Host -Object '  Way back: Nothing was changed by the look.'
if (-not $WhatIfPreference) {
  $answer = Read-Host -Prompt 'Enter to go on here, s to leave this runbook'
  if ($answer -eq 's') { return }
}
if (-not $WhatIfPreference) {
  Invoke-CsManagementServerFailover -WhatIf
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object 'Invoke-CsManagementServerFailover -WhatIf'
}
Write-Host -Object '  Check: Every server reports to the store within minutes.'
if (-not $WhatIfPreference) {
  Get-CsManagementStoreReplicationStatus
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object 'Get-CsManagementStoreReplicationStatus'
}
# Signed: ______________________  at: ____________  result: ____________

# Step 2. Fail the lost pool over to its pair
# Invoke-CsPoolFailOver, https://learn.microsoft.com/powershell/module/skypeforbusiness/invoke-cspoolfailover
Write-Host -Object ''
Write-Host -Object 'Step 2 of 13. Fail the lost pool over to its pair'
Write-Host -Object '  Why: The users of EEPool1.contoso.com are served by EEPool2.contoso.com. This is the same wherever the active chat servers stand.'
Write-Host -Object '  Where: management shell on a Front End server of EEPool2.contoso.com'
Write-Host -Object '  If it fails: Read its report; the Central Management store must be reachable first.'
Write-Host -Object '  What may be lost: What the backup service had not copied when the pool was lost.'
Write-Host -Object '  Way back: Scenario 1b.'
if (-not $WhatIfPreference) {
  $answer = Read-Host -Prompt 'Enter to go on here, s to leave this runbook'
  if ($answer -eq 's') { return }
}
if ($PSCmdlet.ShouldProcess('Invoke-CsPoolFailOver -PoolFqdn ''EEPool1.contoso.com'' -DisasterMode', 'Run')) {
  Invoke-CsPoolFailOver -PoolFqdn 'EEPool1.contoso.com' -DisasterMode
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object 'Invoke-CsPoolFailOver -PoolFqdn ''EEPool1.contoso.com'' -DisasterMode'
}
Write-Host -Object '  Check: Users of the lost pool sign in again and see their contacts.'
if (-not $WhatIfPreference) {
  Get-CsPoolBackupRelationship -PoolFqdn 'EEPool1.contoso.com'
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object 'Get-CsPoolBackupRelationship -PoolFqdn ''EEPool1.contoso.com'''
}
# Signed: ______________________  at: ____________  result: ____________

# Step 3. Note which log was restored last
# docs/runbooks.md of pchat
Write-Host -Object ''
Write-Host -Object 'Step 3 of 13. Note which log was restored last'
Write-Host -Object '  Why: The next step removes this knowledge, and only later logs may be applied.'
Write-Host -Object '  Where: PowerShell on sql2.contoso.com, the server of the backup instance'
Write-Host -Object '  If it fails: Look into the job history of log shipping, and set the variable by hand.'
Write-Host -Object '  What may be lost: Nothing.'
Write-Host -Object '  Way back: Nothing was changed.'
if (-not $WhatIfPreference) {
  $answer = Read-Host -Prompt 'Enter to go on here, s to leave this runbook'
  if ($answer -eq 's') { return }
}
if (-not $WhatIfPreference) {
  $lastRestored = Split-Path -Leaf -Path (Invoke-Sqlcmd -ServerInstance 'sql2.contoso.com\RTC' -Database 'master' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query 'SELECT last_restored_file FROM msdb.dbo.log_shipping_monitor_secondary WHERE secondary_database = N''mgc''').last_restored_file
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object '$lastRestored = Split-Path -Leaf -Path (Invoke-Sqlcmd -ServerInstance ''sql2.contoso.com\RTC'' -Database ''master'' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query ''SELECT last_restored_file FROM msdb.dbo.log_shipping_monitor_secondary WHERE secondary_database = N''''mgc'''''').last_restored_file'
}
Write-Host -Object '  Check: A file name is shown; write it down.'
if (-not $WhatIfPreference) {
  Write-Output $lastRestored
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object 'Write-Output $lastRestored'
}
# Signed: ______________________  at: ____________  result: ____________

# Step 4. Remove log shipping from the backup database
# Failing over Persistent Chat Server in Lync Server 2013, https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-failing-over-persistent-chat-server
# Manage high availability and disaster recovery for Persistent Chat Server, https://learn.microsoft.com/skypeforbusiness/manage/persistent-chat/high-availability-and-disaster-recovery
Write-Host -Object ''
Write-Host -Object 'Step 4 of 13. Remove log shipping from the backup database'
Write-Host -Object '  Why: Its jobs must not restore logs while hands do.'
Write-Host -Object '  Where: PowerShell with access to sql2.contoso.com\RTC'
Write-Host -Object '  If it fails: Run it in the database master of the backup instance; disable the two jobs by hand.'
Write-Host -Object '  What may be lost: Nothing.'
Write-Host -Object '  Way back: Set log shipping up again, as the failback does at its end.'
if (-not $WhatIfPreference) {
  $answer = Read-Host -Prompt 'Enter to go on here, s to leave this runbook'
  if ($answer -eq 's') { return }
}
if ($PSCmdlet.ShouldProcess('Invoke-Sqlcmd -ServerInstance ''sql2.contoso.com\RTC'' -Database ''master'' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query ''EXEC sp_delete_log_shipping_secondary_database mgc''', 'Run')) {
  Invoke-Sqlcmd -ServerInstance 'sql2.contoso.com\RTC' -Database 'master' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query 'EXEC sp_delete_log_shipping_secondary_database mgc'
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object 'Invoke-Sqlcmd -ServerInstance ''sql2.contoso.com\RTC'' -Database ''master'' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query ''EXEC sp_delete_log_shipping_secondary_database mgc'''
}
Write-Host -Object '  Check: The copy and restore jobs of mgc are gone from SQL Server Agent.'
# Signed: ______________________  at: ____________  result: ____________

# Step 5. Copy the log backups that were not copied yet
# Failing over Persistent Chat Server in Lync Server 2013, https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-failing-over-persistent-chat-server
# Manage high availability and disaster recovery for Persistent Chat Server, https://learn.microsoft.com/skypeforbusiness/manage/persistent-chat/high-availability-and-disaster-recovery
Write-Host -Object ''
Write-Host -Object 'Step 5 of 13. Copy the log backups that were not copied yet'
Write-Host -Object '  Why: Every one that reached the share is a piece of chat that is not lost.'
Write-Host -Object '  Where: PowerShell on sql2.contoso.com, the server of the backup instance'
Write-Host -Object '  If it fails: If the share is lost with the site, go on with what was copied.'
Write-Host -Object '  What may be lost: What is only on the share, if that is lost.'
Write-Host -Object '  Way back: Nothing to undo: files were only added.'
if (-not $WhatIfPreference) {
  $answer = Read-Host -Prompt 'Enter to go on here, s to leave this runbook'
  if ($answer -eq 's') { return }
}
if (-not $WhatIfPreference) {
  Get-ChildItem -LiteralPath '\\fs-west.contoso.com\mgc-logs' -Filter 'mgc_*.trn' | Where-Object { -not (Test-Path -LiteralPath (Join-Path -Path 'D:\LogShipping\mgc' -ChildPath $_.Name)) } | Copy-Item -Destination 'D:\LogShipping\mgc'
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object 'Get-ChildItem -LiteralPath ''\\fs-west.contoso.com\mgc-logs'' -Filter ''mgc_*.trn'' | Where-Object { -not (Test-Path -LiteralPath (Join-Path -Path ''D:\LogShipping\mgc'' -ChildPath $_.Name)) } | Copy-Item -Destination ''D:\LogShipping\mgc'''
}
Write-Host -Object '  Check: Every file of the share is in the folder.'
if (-not $WhatIfPreference) {
  Get-ChildItem -LiteralPath 'D:\LogShipping\mgc' -Filter 'mgc_*.trn'
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object 'Get-ChildItem -LiteralPath ''D:\LogShipping\mgc'' -Filter ''mgc_*.trn'''
}
# Signed: ______________________  at: ____________  result: ____________

# Step 6. Apply the log backups in their order, WITH NORECOVERY
# Failing over Persistent Chat Server in Lync Server 2013, https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-failing-over-persistent-chat-server
# Fail over to a log shipping secondary (SQL Server), https://learn.microsoft.com/sql/database-engine/log-shipping/fail-over-to-a-log-shipping-secondary-sql-server
Write-Host -Object ''
Write-Host -Object 'Step 6 of 13. Apply the log backups in their order, WITH NORECOVERY'
Write-Host -Object '  Why: One that is missing ends the row; one applied WITH RECOVERY would end it too.'
Write-Host -Object '  Where: PowerShell on sql2.contoso.com, the server of the backup instance'
Write-Host -Object '  If it fails: "Too early" means that a log was applied before: go on with the next. "Too recent" means that one is missing: find it, or go on with a loss from there.'
Write-Host -Object '  What may be lost: Everything behind a log that is missing or damaged.'
Write-Host -Object '  Way back: None for a log that was applied; the database can still take more.'
if (-not $WhatIfPreference) {
  $answer = Read-Host -Prompt 'Enter to go on here, s to leave this runbook'
  if ($answer -eq 's') { return }
}
if ($PSCmdlet.ShouldProcess('Get-ChildItem -LiteralPath ''D:\LogShipping\mgc'' -Filter ''mgc_*.trn'' | Where-Object { $_.Name -gt $lastRestored } | Sort-Object -Property Name | ForEach-Object { Invoke-Sqlcmd -ServerInstance ''sql2.contoso.com\RTC'' -Database ''master'' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query ("RESTORE LOG [mgc] FROM DISK = N''" + $_.FullName.Replace("''", "''''") + "'' WITH NORECOVERY") }', 'Run')) {
  Get-ChildItem -LiteralPath 'D:\LogShipping\mgc' -Filter 'mgc_*.trn' | Where-Object { $_.Name -gt $lastRestored } | Sort-Object -Property Name | ForEach-Object { Invoke-Sqlcmd -ServerInstance 'sql2.contoso.com\RTC' -Database 'master' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query ("RESTORE LOG [mgc] FROM DISK = N'" + $_.FullName.Replace("'", "''") + "' WITH NORECOVERY") }
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object 'Get-ChildItem -LiteralPath ''D:\LogShipping\mgc'' -Filter ''mgc_*.trn'' | Where-Object { $_.Name -gt $lastRestored } | Sort-Object -Property Name | ForEach-Object { Invoke-Sqlcmd -ServerInstance ''sql2.contoso.com\RTC'' -Database ''master'' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query ("RESTORE LOG [mgc] FROM DISK = N''" + $_.FullName.Replace("''", "''''") + "'' WITH NORECOVERY") }'
}
Write-Host -Object '  Check: The state is RESTORING and the last file was applied.'
if (-not $WhatIfPreference) {
  Invoke-Sqlcmd -ServerInstance 'sql2.contoso.com\RTC' -Database 'master' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query 'SELECT TOP (5) restore_date, restore_type FROM msdb.dbo.restorehistory WHERE destination_database_name = N''mgc'' ORDER BY restore_date DESC'
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object 'Invoke-Sqlcmd -ServerInstance ''sql2.contoso.com\RTC'' -Database ''master'' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query ''SELECT TOP (5) restore_date, restore_type FROM msdb.dbo.restorehistory WHERE destination_database_name = N''''mgc'''' ORDER BY restore_date DESC'''
}
# Signed: ______________________  at: ____________  result: ____________

# Step 7. End all connections to the backup database
# Failing over Persistent Chat Server in Lync Server 2013, https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-failing-over-persistent-chat-server
# Manage high availability and disaster recovery for Persistent Chat Server, https://learn.microsoft.com/skypeforbusiness/manage/persistent-chat/high-availability-and-disaster-recovery
Write-Host -Object ''
Write-Host -Object 'Step 7 of 13. End all connections to the backup database'
Write-Host -Object '  Why: It can be recovered only when nobody is in it.'
Write-Host -Object '  Where: PowerShell with access to sql2.contoso.com\RTC'
Write-Host -Object '  If it fails: Whoever comes back at once is a program: stop it, then end it again.'
Write-Host -Object '  What may be lost: What the ended sessions were about to read; a restoring database takes no writes.'
Write-Host -Object '  Way back: They connect again by themselves.'
if (-not $WhatIfPreference) {
  $answer = Read-Host -Prompt 'Enter to go on here, s to leave this runbook'
  if ($answer -eq 's') { return }
}
if (-not $WhatIfPreference) {
  Invoke-Sqlcmd -ServerInstance 'sql2.contoso.com\RTC' -Database 'master' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query 'EXEC sp_who2'
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object 'Invoke-Sqlcmd -ServerInstance ''sql2.contoso.com\RTC'' -Database ''master'' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query ''EXEC sp_who2'''
}
if ($PSCmdlet.ShouldProcess('Invoke-Sqlcmd -ServerInstance ''sql2.contoso.com\RTC'' -Database ''master'' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query ''DECLARE @k nvarchar(max) = N''''''''; SELECT @k += N''''KILL '''' + CONVERT(nvarchar(11), spid) + N'''';'''' FROM master.dbo.sysprocesses WHERE dbid = DB_ID(N''''mgc'''') AND spid <> @@SPID; EXEC (@k)''', 'Run what cannot be undone') -and
    $PSCmdlet.ShouldContinue('Invoke-Sqlcmd -ServerInstance ''sql2.contoso.com\RTC'' -Database ''master'' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query ''DECLARE @k nvarchar(max) = N''''''''; SELECT @k += N''''KILL '''' + CONVERT(nvarchar(11), spid) + N'''';'''' FROM master.dbo.sysprocesses WHERE dbid = DB_ID(N''''mgc'''') AND spid <> @@SPID; EXEC (@k)''', 'This overwrites or ends something. Run it?')) {
  Invoke-Sqlcmd -ServerInstance 'sql2.contoso.com\RTC' -Database 'master' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query 'DECLARE @k nvarchar(max) = N''''; SELECT @k += N''KILL '' + CONVERT(nvarchar(11), spid) + N'';'' FROM master.dbo.sysprocesses WHERE dbid = DB_ID(N''mgc'') AND spid <> @@SPID; EXEC (@k)'
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object 'Invoke-Sqlcmd -ServerInstance ''sql2.contoso.com\RTC'' -Database ''master'' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query ''DECLARE @k nvarchar(max) = N''''''''; SELECT @k += N''''KILL '''' + CONVERT(nvarchar(11), spid) + N'''';'''' FROM master.dbo.sysprocesses WHERE dbid = DB_ID(N''''mgc'''') AND spid <> @@SPID; EXEC (@k)'''
}
Write-Host -Object '  Check: sp_who2 shows nobody in mgc.'
if (-not $WhatIfPreference) {
  Invoke-Sqlcmd -ServerInstance 'sql2.contoso.com\RTC' -Database 'master' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query 'EXEC sp_who2'
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object 'Invoke-Sqlcmd -ServerInstance ''sql2.contoso.com\RTC'' -Database ''master'' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query ''EXEC sp_who2'''
}
# Signed: ______________________  at: ____________  result: ____________

# Step 8. Bring the backup database online
# Failing over Persistent Chat Server in Lync Server 2013, https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-failing-over-persistent-chat-server
# Manage high availability and disaster recovery for Persistent Chat Server, https://learn.microsoft.com/skypeforbusiness/manage/persistent-chat/high-availability-and-disaster-recovery
Write-Host -Object ''
Write-Host -Object 'Step 8 of 13. Bring the backup database online'
Write-Host -Object '  Why: It becomes the primary. No log can be applied behind this point.'
Write-Host -Object '  Where: PowerShell with access to sql2.contoso.com\RTC'
Write-Host -Object '  If it fails: Read the error log of the instance; a log that is in use was not applied in full.'
Write-Host -Object '  What may be lost: Every log that was not applied. Keep the files: the failback saves the old primary.'
Write-Host -Object '  Way back: Only the failback, or a new restore from a full backup.'
if (-not $WhatIfPreference) {
  $answer = Read-Host -Prompt 'Enter to go on here, s to leave this runbook'
  if ($answer -eq 's') { return }
}
if ($PSCmdlet.ShouldProcess('Invoke-Sqlcmd -ServerInstance ''sql2.contoso.com\RTC'' -Database ''master'' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query ''RESTORE DATABASE [mgc] WITH RECOVERY''', 'Run what cannot be undone') -and
    $PSCmdlet.ShouldContinue('Invoke-Sqlcmd -ServerInstance ''sql2.contoso.com\RTC'' -Database ''master'' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query ''RESTORE DATABASE [mgc] WITH RECOVERY''', 'This overwrites or ends something. Run it?')) {
  Invoke-Sqlcmd -ServerInstance 'sql2.contoso.com\RTC' -Database 'master' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query 'RESTORE DATABASE [mgc] WITH RECOVERY'
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object 'Invoke-Sqlcmd -ServerInstance ''sql2.contoso.com\RTC'' -Database ''master'' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query ''RESTORE DATABASE [mgc] WITH RECOVERY'''
}
Write-Host -Object '  Check: The state is ONLINE.'
if (-not $WhatIfPreference) {
  Invoke-Sqlcmd -ServerInstance 'sql2.contoso.com\RTC' -Database 'master' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query 'SELECT name, state_desc, recovery_model_desc FROM sys.databases WHERE name = N''mgc'''
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object 'Invoke-Sqlcmd -ServerInstance ''sql2.contoso.com\RTC'' -Database ''master'' -QueryTimeout 65535 -DisableVariables -AbortOnError -Query ''SELECT name, state_desc, recovery_model_desc FROM sys.databases WHERE name = N''''mgc'''''''
}
# Signed: ______________________  at: ____________  result: ____________

# Step 9. Tell the pool to use the backup database
# Failing over Persistent Chat Server in Lync Server 2013, https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-failing-over-persistent-chat-server
# Set-CsPersistentChatState, https://learn.microsoft.com/powershell/module/skypeforbusiness/set-cspersistentchatstate
Write-Host -Object ''
Write-Host -Object 'Step 9 of 13. Tell the pool to use the backup database'
Write-Host -Object '  Why: In the state FailedOver the servers of the pool connect to the backup.'
Write-Host -Object '  Where: management shell, in any site that is up'
Write-Host -Object '  If it fails: The Central Management store must be reachable; see the first steps of 2a.'
Write-Host -Object '  What may be lost: Nothing.'
Write-Host -Object '  Way back: The same with -PoolState Normal, if the old primary is whole and alone.'
if (-not $WhatIfPreference) {
  $answer = Read-Host -Prompt 'Enter to go on here, s to leave this runbook'
  if ($answer -eq 's') { return }
}
if ($PSCmdlet.ShouldProcess('Set-CsPersistentChatState -Identity ''PersistentChatServer:pchat.contoso.com'' -PoolState ''FailedOver''', 'Run')) {
  Set-CsPersistentChatState -Identity 'PersistentChatServer:pchat.contoso.com' -PoolState 'FailedOver'
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object 'Set-CsPersistentChatState -Identity ''PersistentChatServer:pchat.contoso.com'' -PoolState ''FailedOver'''
}
Write-Host -Object '  Check: The state is FailedOver.'
if (-not $WhatIfPreference) {
  Get-CsPersistentChatState -Identity 'PersistentChatServer:pchat.contoso.com'
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object 'Get-CsPersistentChatState -Identity ''PersistentChatServer:pchat.contoso.com'''
}
# Signed: ______________________  at: ____________  result: ____________

# Step 10. Clear the list of active servers
# Set-CsPersistentChatActiveServer, https://learn.microsoft.com/powershell/module/skypeforbusiness/set-cspersistentchatactiveserver
Write-Host -Object ''
Write-Host -Object 'Step 10 of 13. Clear the list of active servers'
Write-Host -Object '  Why: The list is cleared by $Null before servers are added: the lost servers must not be on the list that the survivors are added to.'
Write-Host -Object '  Where: management shell, in any site that is up'
Write-Host -Object '  If it fails: Never use -Swap after a loss: it is for a planned change. Run the command again.'
Write-Host -Object '  What may be lost: Open connections; clients connect again once servers are active.'
Write-Host -Object '  Way back: Add the servers that were active: pchat1.contoso.com, pchat2.contoso.com, pchat3.contoso.com, pchat4.contoso.com.'
if (-not $WhatIfPreference) {
  $answer = Read-Host -Prompt 'Enter to go on here, s to leave this runbook'
  if ($answer -eq 's') { return }
}
if ($PSCmdlet.ShouldProcess('Set-CsPersistentChatActiveServer -Identity ''global'' -ActiveServers $Null', 'Run')) {
  Set-CsPersistentChatActiveServer -Identity 'global' -ActiveServers $Null
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object 'Set-CsPersistentChatActiveServer -Identity ''global'' -ActiveServers $Null'
}
Write-Host -Object '  Check: No server takes new connections.'
if (-not $WhatIfPreference) {
  @('pchat5.contoso.com', 'pchat6.contoso.com', 'pchat7.contoso.com', 'pchat8.contoso.com') | ForEach-Object { Get-CsWindowsService -ComputerName $_ }
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object '@(''pchat5.contoso.com'', ''pchat6.contoso.com'', ''pchat7.contoso.com'', ''pchat8.contoso.com'') | ForEach-Object { Get-CsWindowsService -ComputerName $_ }'
}
# Signed: ______________________  at: ____________  result: ____________

# Step 11. Add the surviving servers near the database
# Failing over Persistent Chat Server in Lync Server 2013, https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-failing-over-persistent-chat-server
# Set-CsPersistentChatActiveServer, https://learn.microsoft.com/powershell/module/skypeforbusiness/set-cspersistentchatactiveserver
Write-Host -Object ''
Write-Host -Object 'Step 11 of 13. Add the surviving servers near the database'
Write-Host -Object '  Why: At most four, and only in the data center of the new primary or on a fast line to it.'
Write-Host -Object '  Where: management shell, in any site that is up'
Write-Host -Object '  If it fails: Add them one by one and leave out the one that does not start.'
Write-Host -Object '  What may be lost: Nothing.'
Write-Host -Object '  Way back: Clear the list as before.'
if (-not $WhatIfPreference) {
  $answer = Read-Host -Prompt 'Enter to go on here, s to leave this runbook'
  if ($answer -eq 's') { return }
}
if ($PSCmdlet.ShouldProcess('Set-CsPersistentChatActiveServer -Identity ''global'' -ActiveServers @{Add=''pchat5.contoso.com'', ''pchat6.contoso.com'', ''pchat7.contoso.com'', ''pchat8.contoso.com''}', 'Run')) {
  Set-CsPersistentChatActiveServer -Identity 'global' -ActiveServers @{Add='pchat5.contoso.com', 'pchat6.contoso.com', 'pchat7.contoso.com', 'pchat8.contoso.com'}
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object 'Set-CsPersistentChatActiveServer -Identity ''global'' -ActiveServers @{Add=''pchat5.contoso.com'', ''pchat6.contoso.com'', ''pchat7.contoso.com'', ''pchat8.contoso.com''}'
}
Write-Host -Object '  Check: The service runs on each of them, and users are back in their rooms.'
if (-not $WhatIfPreference) {
  @('pchat5.contoso.com', 'pchat6.contoso.com', 'pchat7.contoso.com', 'pchat8.contoso.com') | ForEach-Object { Get-CsWindowsService -ComputerName $_ }
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object '@(''pchat5.contoso.com'', ''pchat6.contoso.com'', ''pchat7.contoso.com'', ''pchat8.contoso.com'') | ForEach-Object { Get-CsWindowsService -ComputerName $_ }'
}
# Signed: ______________________  at: ____________  result: ____________

# Step 12. If it shall last: mirror the new primary
# Failing over Persistent Chat Server in Lync Server 2013, https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-failing-over-persistent-chat-server
# Install-CsMirrorDatabase, https://learn.microsoft.com/powershell/module/skypeforbusiness/install-csmirrordatabase
Write-Host -Object ''
Write-Host -Object 'Step 12 of 13. If it shall last: mirror the new primary'
Write-Host -Object '  Why: It has no mirror now. This is another mirror than that of the lost primary.'
Write-Host -Object '  Where: management shell, in any site that is up'
Write-Host -Object '  If it fails: Chat serves without it. Both instances need access to the share.'
Write-Host -Object '  What may be lost: Nothing.'
Write-Host -Object '  Way back: ALTER DATABASE [mgc] SET PARTNER OFF on the principal; the failback does it too.'
if (-not $WhatIfPreference) {
  $answer = Read-Host -Prompt 'Enter to go on here, s to leave this runbook'
  if ($answer -eq 's') { return }
}
if ($PSCmdlet.ShouldProcess('Install-CsMirrorDatabase -DatabaseType ''PersistentChat'' -FileShare ''\\fs-west.contoso.com\runbooks'' -SqlServerFqdn ''sql2.contoso.com'' -SqlInstanceName ''RTC'' -Verbose', 'Run')) {
  Install-CsMirrorDatabase -DatabaseType 'PersistentChat' -FileShare '\\fs-west.contoso.com\runbooks' -SqlServerFqdn 'sql2.contoso.com' -SqlInstanceName 'RTC' -Verbose
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object 'Install-CsMirrorDatabase -DatabaseType ''PersistentChat'' -FileShare ''\\fs-west.contoso.com\runbooks'' -SqlServerFqdn ''sql2.contoso.com'' -SqlInstanceName ''RTC'' -Verbose'
}
Write-Host -Object '  Check: The mirror sql2m.contoso.com\RTC is synchronised.'
if (-not $WhatIfPreference) {
  Get-CsDatabaseMirrorState -PoolFqdn 'pchat.contoso.com' -DatabaseType 'PersistentChat'
} else {
  Write-Host -Object '  Not run: ' -NoNewline
  Write-Host -Object 'Get-CsDatabaseMirrorState -PoolFqdn ''pchat.contoso.com'' -DatabaseType ''PersistentChat'''
}
# Signed: ______________________  at: ____________  result: ____________

# Step 13. Send outside traffic through the Edge pool of the other site
# Set-CsEdgeServer, https://learn.microsoft.com/powershell/module/skypeforbusiness/set-csedgeserver
# Manage high availability and disaster recovery for Persistent Chat Server, https://learn.microsoft.com/skypeforbusiness/manage/persistent-chat/high-availability-and-disaster-recovery
Write-Host -Object ''
Write-Host -Object 'Step 13 of 13. Send outside traffic through the Edge pool of the other site'
Write-Host -Object '  Why: The lost site''s Edge pool is gone with it; federation has one way out.'
Write-Host -Object '  Where: Topology Builder, and the DNS servers'
Write-Host -Object '  If it fails: Lower the priority of the lost site''s SRV records by hand.'
Write-Host -Object '  What may be lost: Outside users wait for DNS.'
Write-Host -Object '  Way back: Choose the old federation route again and publish.'
if (-not $WhatIfPreference) {
  $answer = Read-Host -Prompt 'Enter to go on here, s to leave this runbook'
  if ($answer -eq 's') { return }
}
Write-Host -Object '  Check: Somebody outside signs in, and a message goes to a federated partner.'
# Signed: ______________________  at: ____________  result: ____________

Write-Host -Object 'The end of the runbook. Sign it off.'
