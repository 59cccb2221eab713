$pchatWords = @{
  '' = @('completion', 'diff', 'explain', 'help', 'info', 'list', 'show', 'size', 'stats', 'validate', 'why')
  'info' = @('--quick', '--layout', '--source-tz', '--max-unpacked', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'list' = @('--room', '--room-file', '--category', '--category-file', '--author', '--author-file', '--since', '--until', '--layout', '--source-tz', '--max-unpacked', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug', 'rooms', 'categories', 'principals', 'addins', 'permissions', 'files')
  'show' = @('--by-time', '--limit', '--tail', '--room', '--room-file', '--category', '--category-file', '--author', '--author-file', '--since', '--until', '--layout', '--source-tz', '--max-unpacked', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'stats' = @('--by', '--top', '--room', '--room-file', '--category', '--category-file', '--author', '--author-file', '--since', '--until', '--layout', '--source-tz', '--max-unpacked', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'size' = @('--layout', '--source-tz', '--max-unpacked', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'validate' = @('--fail-on', '--strict', '--max-problems', '--schema', '--layout', '--source-tz', '--max-unpacked', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'explain' = @('--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'diff' = @('--details', '--kind', '--match', '--ignore', '--strict', '--thorough', '--top', '--format', '--csv', '--room', '--room-file', '--category', '--category-file', '--author', '--author-file', '--since', '--until', '--layout', '--source-tz', '--max-unpacked', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
  'why' = @('--room', '--user', '--pool', '--layout', '--source-tz', '--max-unpacked', '--json', '--tz', '--color', '--no-progress', '--quiet', '--verbose', '--help', '--output', '--force', '--debug')
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
