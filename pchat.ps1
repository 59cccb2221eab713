# Starts pchat: in a release from lib\, in a checkout from target\lib, which is built first where it
# is missing or older than the sources. In a release nothing is ever built or written.
#
# JAVA_HOME        the Java to use, instead of the one on the PATH
# PCHAT_JAVA_OPTS  more options for Java, such as -Xmx1g; they win over those set here
# PCHAT_LAUNCHER   "build": only build (pchat.cmd asks for this)

$ErrorActionPreference = 'Stop'
$exe = if ($env:OS -eq 'Windows_NT') { '.exe' } else { '' }

function Stop-Launcher([int] $Code, [string] $Text) {
    [Console]::Error.WriteLine("pchat: $Text")
    exit $Code
}

function Find-Java {
    if ($env:JAVA_HOME) {
        $path = Join-Path (Join-Path $env:JAVA_HOME 'bin') "java$exe"
        if (-not (Test-Path -LiteralPath $path)) {
            Stop-Launcher 127 "JAVA_HOME is ""$env:JAVA_HOME"", where there is no bin\java$exe; set it to a Java 17 or newer."
        }
        return $path
    }
    $found = Get-Command 'java' -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if (-not $found) {
        Stop-Launcher 127 'there is no java on the PATH and JAVA_HOME is not set; install Java 17 or newer.'
    }
    return $found.Path
}

# Reads a file where there is one: starting a Java only to ask for its version would double the start-up time.
function Assert-JavaVersion([string] $Java) {
    $release = Join-Path (Split-Path (Split-Path $Java)) 'release'
    if (-not (Test-Path -LiteralPath $release)) { return }
    $line = Get-Content -LiteralPath $release | Where-Object { $_ -match '^JAVA_VERSION="(\d+)' } | Select-Object -First 1
    if ($line -and $line -match '"(\d+)' -and [int] $Matches[1] -lt 17) {
        Stop-Launcher 127 """$Java"" is Java $($Matches[1]); install Java 17 or newer, or set JAVA_HOME to one."
    }
}

function Test-UpToDate {
    $jar = Join-Path $lib 'pchat.jar'
    if (-not (Test-Path -LiteralPath $jar)) { return $false }
    $built = (Get-Item -LiteralPath $jar).LastWriteTimeUtc
    $sources = Join-Path $PSScriptRoot (Join-Path 'src' 'main')
    $all = @(Get-Item -LiteralPath (Join-Path $PSScriptRoot 'pom.xml'), $sources) +
        @(Get-ChildItem -LiteralPath $sources -Recurse)
    return -not ($all | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1)
}

# Waits while another launcher builds. The system lets go of the lock when its owner ends.
function Lock-Build([string] $Path) {
    for ($waited = 0; ; $waited++) {
        try {
            return [IO.File]::Open($Path, 'OpenOrCreate', 'ReadWrite', 'None')
        } catch [IO.IOException] {
            if ($waited -eq 1) { [Console]::Error.WriteLine('pchat: waiting for another pchat, which is building this checkout ...') }
            Start-Sleep -Seconds 1
        }
    }
}

# Goals instead of a phase leave out all that only judges the code.
function Invoke-Maven([string] $Work, [string] $Log) {
    $mvn = Get-Command 'mvn' -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if (-not $mvn) {
        Stop-Launcher 127 'this is a checkout, which must be built first, and there is no mvn on the PATH; install Maven 3.8 or newer, or use a release.'
    }
    $goals = '-B', '-ntp', '-Plauncher', "-Dbuild.folder=$Work", '-f', (Join-Path $PSScriptRoot 'pom.xml'),
        'resources:resources', 'compiler:compile', 'jar:jar', 'dependency:copy-dependencies'
    $ErrorActionPreference = 'Continue'
    & $mvn.Path $goals > $Log 2>&1
    if ($LASTEXITCODE -ne 0) { Stop-Launcher 70 "building failed; what Maven said is in ""$Log""." }
}

# Our jar comes last: whoever sees it finds the others, which its manifest names with their versions.
# It bears the time when the build began, so that a source edited meanwhile is newer.
function Publish-Build([string] $Work, [datetime] $Began) {
    $built = Join-Path $Work 'lib'
    $jar = Join-Path $built 'pchat.jar'
    (Get-Item -LiteralPath $jar).LastWriteTimeUtc = $Began
    New-Item -ItemType Directory -Force -Path $lib | Out-Null
    foreach ($file in @(Get-ChildItem -LiteralPath $built | Where-Object { $_.Name -ne 'pchat.jar' })) {
        $target = Join-Path $lib $file.Name
        if (-not (Test-Path -LiteralPath $target)) { Move-Item -LiteralPath $file.FullName -Destination $target }
    }
    try {
        Move-Item -LiteralPath $jar -Destination (Join-Path $lib 'pchat.jar') -Force
    } catch {
        Stop-Launcher 5 "cannot replace ""$(Join-Path $lib 'pchat.jar')""; wait until no other pchat runs from it."
    }
}

function Build-Checkout {
    $target = Join-Path $PSScriptRoot 'target'
    New-Item -ItemType Directory -Force -Path $target | Out-Null
    $lock = Lock-Build (Join-Path $target 'launcher.lock')
    $work = Join-Path $target "launcher-$PID"
    try {
        if (Test-UpToDate) { return }
        $reason = if (Test-Path -LiteralPath (Join-Path $lib 'pchat.jar')) { 'the sources have changed' } else { 'first use in this checkout' }
        [Console]::Error.WriteLine("pchat: $reason, building (this takes a minute) ...")
        $began = [datetime]::UtcNow
        Invoke-Maven $work (Join-Path $target 'launcher.log')
        Publish-Build $work $began
    } finally {
        Remove-Item -LiteralPath $work -Recurse -Force -ErrorAction SilentlyContinue
        $lock.Dispose()
    }
}

# Until 7.3 PowerShell hands quotes, empty words and a last backslash to programs wrongly.
function ConvertTo-Word([object] $Argument) {
    $word = $Argument -join ','
    if ($PSVersionTable.PSVersion -ge [version] '7.3') { return $word }
    if ($word -eq '') { return '""' }
    $word = $word -replace '(\\*)"', '$1$1\"'
    if ($word -match '\s') { $word = $word -replace '(\\+)$', '$1$1' }
    return $word
}

$java = Find-Java
Assert-JavaVersion $java
$lib = Join-Path $PSScriptRoot 'lib'
if (Test-Path -LiteralPath (Join-Path $PSScriptRoot 'pom.xml')) {
    $lib = Join-Path (Join-Path $PSScriptRoot 'target') 'lib'
    if (-not (Test-UpToDate)) { Build-Checkout }
    if ($env:PCHAT_LAUNCHER -eq 'build') { exit 0 }
}
$jar = Join-Path $lib 'pchat.jar'
if (-not (Test-Path -LiteralPath $jar)) { Stop-Launcher 127 "there is no ""$jar""; unpack the release again." }

$more = @("$env:PCHAT_JAVA_OPTS" -split '\s+' | Where-Object { $_ })
# Two collectors at once are an error.
$collector = if ($more -match '^-XX:\+Use\w*GC$') { @() } else { @('-XX:+UseSerialGC') }
$options = @('-Xmx256m') + $collector + @(
    '-XX:-UsePerfData', '-Xshare:auto', '-XX:+DisplayVMOutputToStderr', '-Xlog:disable', '-Xlog:all=warning:stderr',
    '-Dfile.encoding=UTF-8', '-Djdk.console=java.base') + $more + @('-cp', $jar, 'org.pchat.cli.Main')
$words = @($args | ForEach-Object { ConvertTo-Word $_ })

# The output is UTF-8, whatever the console shows otherwise; so is what is piped in.
$before = [Console]::OutputEncoding
$OutputEncoding = New-Object Text.UTF8Encoding $false
$ErrorActionPreference = 'Continue'
try {
    [Console]::OutputEncoding = $OutputEncoding
    if ($MyInvocation.ExpectingInput) { $input | & $java $options $words } else { & $java $options $words }
} finally {
    [Console]::OutputEncoding = $before
}
exit $LASTEXITCODE
