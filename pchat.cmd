@echo off
rem Starts pchat: in a release from lib\, in a checkout from target\lib, which pchat.ps1 builds first
rem where it is missing or older than the sources. In a release nothing is ever built or written.
rem
rem JAVA_HOME        the Java to use, instead of the one on the PATH
rem PCHAT_JAVA_OPTS  more options for Java, such as -Xmx1g; they win over those set here
setlocal EnableExtensions DisableDelayedExpansion

if defined JAVA_HOME goto java_home
set "pchat_java="
for %%j in (java.exe) do set "pchat_java=%%~$PATH:j"
if defined pchat_java goto java_version
>&2 echo pchat: there is no java.exe on the PATH and JAVA_HOME is not set; install Java 17 or newer.
exit /b 127

:java_home
set "pchat_java=%JAVA_HOME%\bin\java.exe"
if exist "%pchat_java%" goto java_version
>&2 echo pchat: JAVA_HOME is "%JAVA_HOME%", where there is no bin\java.exe; set it to a Java 17 or newer.
exit /b 127

:java_version
rem The file is read, because starting a Java only to ask for its version would double the start-up time.
for %%j in ("%pchat_java%") do set "pchat_release=%%~dpj..\release"
if not exist "%pchat_release%" goto find_lib
set "pchat_version="
for /f "usebackq tokens=1,2 delims==." %%k in ("%pchat_release%") do if "%%k"=="JAVA_VERSION" set "pchat_version=%%l"
if not defined pchat_version goto find_lib
set "pchat_version=%pchat_version:"=%"
if %pchat_version% geq 17 goto find_lib
>&2 echo pchat: "%pchat_java%" is Java %pchat_version%; install Java 17 or newer, or set JAVA_HOME to one.
exit /b 127

:find_lib
set "pchat_lib=%~dp0lib"
if not exist "%~dp0pom.xml" goto check_lib
set "pchat_lib=%~dp0target\lib"
set "PCHAT_LAUNCHER=build"
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0pchat.ps1"
if errorlevel 1 exit /b %errorlevel%

:check_lib
if exist "%pchat_lib%\pchat.jar" goto run
>&2 echo pchat: there is no "%pchat_lib%\pchat.jar"; unpack the release again.
exit /b 127

:run
rem Two collectors at once are an error.
set "pchat_collector=-XX:+UseSerialGC"
if defined PCHAT_JAVA_OPTS if not "%PCHAT_JAVA_OPTS:-XX:+Use=%"=="%PCHAT_JAVA_OPTS%" set "pchat_collector="
rem The output is UTF-8, whatever the console shows otherwise.
set "pchat_page="
for /f "tokens=2 delims=:." %%p in ('chcp 2^>nul') do set "pchat_page=%%p"
if defined pchat_page chcp 65001 >nul 2>&1
"%pchat_java%" -Xmx256m %pchat_collector% -XX:-UsePerfData -Xshare:auto -XX:+DisplayVMOutputToStderr -Xlog:disable -Xlog:all=warning:stderr -Dfile.encoding=UTF-8 -Djdk.console=java.base %PCHAT_JAVA_OPTS% -cp "%pchat_lib%\pchat.jar" org.pchat.cli.Main %*
set "pchat_exit=%errorlevel%"
if defined pchat_page chcp %pchat_page% >nul 2>&1
exit /b %pchat_exit%
