$pchatWords = @{
  '' = @('accept', 'backup', 'completion', 'demo', 'diff', 'explain', 'export', 'forget', 'help', 'import', 'info', 'init', 'layout', 'list', 'package', 'reconcile', 'rehearse', 'restore', 'runbook', 'salvage', 'show', 'size', 'snapshots', 'specimen', 'stats', 'tables', 'timeline', 'unlock', 'validate', 'verify', 'why')
  'info' = @('--quick', '--layout', '--source-tz', '--max-unpacked', '--set', '--db-user', '--password-file', '--password-command', '--db-name', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'list' = @('--against', '--at', '--room', '--room-file', '--category', '--category-file', '--author', '--author-file', '--since', '--until', '--layout', '--source-tz', '--max-unpacked', '--set', '--db-user', '--password-file', '--password-command', '--db-name', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug', 'rooms', 'categories', 'principals', 'addins', 'permissions', 'files', 'access')
  'show' = @('--by-time', '--limit', '--tail', '--room', '--room-file', '--category', '--category-file', '--author', '--author-file', '--since', '--until', '--layout', '--source-tz', '--max-unpacked', '--set', '--db-user', '--password-file', '--password-command', '--db-name', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'stats' = @('--by', '--top', '--room', '--room-file', '--category', '--category-file', '--author', '--author-file', '--since', '--until', '--layout', '--source-tz', '--max-unpacked', '--set', '--db-user', '--password-file', '--password-command', '--db-name', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'size' = @('--schedule', '--layout', '--source-tz', '--max-unpacked', '--set', '--db-user', '--password-file', '--password-command', '--db-name', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'tables' = @('--table', '--csv', '--jsonl', '--set', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'validate' = @('--fail-on', '--strict', '--max-problems', '--schema', '--layout', '--source-tz', '--max-unpacked', '--set', '--db-user', '--password-file', '--password-command', '--db-name', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'explain' = @('--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'diff' = @('--details', '--kind', '--match', '--ignore', '--strict', '--thorough', '--top', '--format', '--csv', '--room', '--room-file', '--category', '--category-file', '--author', '--author-file', '--since', '--until', '--layout', '--source-tz', '--max-unpacked', '--set', '--db-user', '--password-file', '--password-command', '--db-name', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'why' = @('--room', '--user', '--pool', '--layout', '--source-tz', '--max-unpacked', '--set', '--db-user', '--password-file', '--password-command', '--db-name', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'timeline' = @('--details', '--gone', '--format', '--top', '--room', '--room-file', '--category', '--category-file', '--author', '--author-file', '--since', '--until', '--layout', '--source-tz', '--max-unpacked', '--set', '--db-user', '--password-file', '--password-command', '--db-name', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'reconcile' = @('--layout', '--source-tz', '--max-unpacked', '--set', '--db-user', '--password-file', '--password-command', '--db-name', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'salvage' = @('--report', '--keep-doubtful', '--layout', '--max-unpacked', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'layout' = @('--xsd', '--layout', '--source-tz', '--max-unpacked', '--set', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug', 'list', 'show', 'infer', 'report')
  'specimen' = @('--max-unpacked', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'export' = @('--level', '--scope', '--start-date', '--report', '--layout', '--source-tz', '--max-unpacked', '--set', '--db-user', '--password-file', '--password-command', '--db-name', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'package' = @('--from', '--from-timeline', '--missing-in', '--onto', '--room', '--room-file', '--category', '--category-file', '--author', '--author-file', '--since', '--until', '--list', '--use-list', '--in-place', '--thin', '--no-closure', '--allow-dangling', '--map-user', '--map-file', '--rename-room', '--into-category', '--new-guids', '--assign-ids', '--canonical', '--pool', '--layout', '--source-tz', '--max-unpacked', '--set', '--db-user', '--password-file', '--password-command', '--db-name', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'rehearse' = @('--onto', '--principals', '--pool', '--report', '--layout', '--source-tz', '--max-unpacked', '--set', '--db-user', '--password-file', '--password-command', '--db-name', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'import' = @('--into', '--what-if', '--match', '--message-ids', '--content', '--report', '--layout', '--source-tz', '--max-unpacked', '--set', '--db-user', '--password-file', '--password-command', '--db-name', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'init' = @('--store', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'backup' = @('--store', '--tag', '--pin', '--time', '--thorough', '--max-lost', '--max-lost-percent', '--max-room-percent', '--max-permission-percent', '--expect-purge', '--notify', '--layout', '--source-tz', '--max-unpacked', '--set', '--db-user', '--password-file', '--password-command', '--db-name', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'snapshots' = @('--store', '--pin', '--unpin', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'restore' = @('--store', '--room', '--onto', '--canonical', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'verify' = @('--store', '--quick', '--budget', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'forget' = @('--store', '--keep-last', '--keep-hourly', '--keep-daily', '--keep-weekly', '--keep-monthly', '--keep-yearly', '--keep-within', '--keep-within-hourly', '--keep-within-daily', '--keep-within-weekly', '--keep-within-monthly', '--keep-within-yearly', '--keep-tag', '--execute', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'accept' = @('--store', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'unlock' = @('--store', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'runbook' = @('--topology', '--format', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'demo' = @('--folder', '--force', '--debug', '--help')
  'completion' = @('--help', '--output', '--force', '--debug', 'bash', 'zsh', 'powershell')
  'help' = @('--help', '--output', '--force', '--debug')
}
Register-ArgumentCompleter -Native -CommandName pchat, pchat.cmd, pchat.ps1 -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $typed = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
  $verb = ''
  if ($typed.Count -gt 2 -or ($typed.Count -eq 2 -and $wordToComplete -eq '')) { $verb = $typed[1] }
  $words = $pchatWords[$verb]
  if ($null -eq $words) { $words = @() }
  $words | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
