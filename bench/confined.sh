#!/usr/bin/env bash
# Proves that the tool keeps to itself whatever it is given: under strace it connects to nothing and
# writes nothing outside the folder it was told to write to; each refusal is one line and the
# documented exit code; a closed pipe is silence, Ctrl-C leaves no file.
# Usage: bench/confined.sh [LAUNCHER]     (the one of this checkout if left out)
#
# Prints a line for each case and ends with 1 at the first that fails.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
pchat=${1:-$root/pchat}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
good=$root/samples/contoso-monday.zip
work=$(mktemp -d)
inputs=$work/inputs
out=$work/out
canary=

clean_up() {
  [ -z "$canary" ] || kill "$canary" 2>/dev/null || true
  rm -rf "$work"
}
trap clean_up EXIT

fail() {
  printf 'FAILED  %s: %s\n' "$name" "$1"
  [ ! -s "$work/err" ] || sed 's/^/        stderr: /' "$work/err" | head -n 5
  exit 1
}

passed() {
  printf 'ok      %s\n' "$name"
}

# ---- the detectors ----

strace=(strace -f -qq -e 'trace=%file,%network' -o "$work/trace")
if strace --seccomp-bpf -f -qq -o "$work/trace" true 2>/dev/null; then
  strace+=(--seccomp-bpf)
fi

traced() {
  : >"$work/trace"
  "${strace[@]}" "$@"
}

# Prints each call of the last trace that connects to a network, changes a file outside $out, or opens
# the secret. A socket alone is no connection: Java makes one to learn whether there is IPv6. The
# files allowed by name are no files: Java sets up its own core dumps, the launcher drops output.
violations() {
  awk -v out="$out/" -v secret="$work/secret" '
    function outside(path) {
      return path != "/dev/null" && path != "/dev/tty" && path != "/proc/self/coredump_filter" &&
        (index(path, out) != 1 || path ~ /\/\.\.\//)
    }
    function any_outside(call, parts, n, i) {
      n = split(call, parts, "\"")
      for (i = 2; i <= n; i += 2) if (outside(parts[i])) return 1
      return 0
    }
    { call = $0; sub(/^[0-9]+ +/, "", call) }
    call ~ /^(connect|bind|sendto|sendmsg|sendmmsg)\(.*AF_INET/ || call ~ /^listen\(/ { print; next }
    call ~ /^(open|openat|openat2|creat)\(/ {
      if (index(call, secret) || ((call ~ /^creat/ || call ~ /O_(WRONLY|RDWR|CREAT|TRUNC)/) && any_outside(call))) print
      next
    }
    call ~ /^(rename|link|symlink|unlink|mkdir|rmdir|mknod|chmod|fchmod|chown|lchown|fchown|truncate|utime|futimes|l?setxattr|l?removexattr)/ &&
      any_outside(call) { print }
  ' "$work/trace"
}

visits() {
  wc -l <"$work/visits" | tr -d ' '
}

start_canary() {
  "$java" "$root/bench/Canary.java" "$work/port" "$work/visits" &
  canary=$!
  for ((i = 0; i < 300; i++)); do
    [ ! -f "$work/port" ] || return 0
    sleep 0.1
  done
  fail 'the canary does not sing'
}

# A detector that sees nothing proves nothing.
test_detectors() {
  name='the detectors see a write outside'
  traced sh -c "echo >'$work/outside'"
  violations | grep -q O_CREAT || fail 'they do not'
  passed
  name='the detectors see a removal outside'
  traced rm "$work/outside"
  violations | grep -q unlink || fail 'they do not'
  passed
  name='the detectors see the secret opened'
  traced cat "$work/secret" >/dev/null
  violations | grep -q open || fail 'they do not'
  passed
  name='the detectors see a connection'
  traced bash -c "exec 3<>/dev/tcp/127.0.0.1/$(cat "$work/port")"
  violations | grep -q connect || fail 'strace does not'
  for ((i = 0; i < 50 && $(visits) == 0; i++)); do sleep 0.1; done
  [ "$(visits)" = 1 ] || fail 'the canary does not'
  passed
  name='the detectors are quiet about a write inside'
  traced sh -c "echo >'$out/inside' 2>/dev/null; rm '$out/inside'"
  [ -z "$(violations)" ] || fail "$(violations)"
  passed
}

# ---- the cases ----

# Runs the tool and checks everything: confined EXIT WORD ARGUMENT...
# An empty WORD means that stderr is empty; else it is one line that has it.
confined() {
  local exit=$1 word=$2 status=0
  shift 2
  name="pchat $*"
  name=$(printf '%s' "$name" | sed "s|$work/||g; s|$root/||g")
  (cd "$work/cwd" && traced "$pchat" "$@") >"$work/result" 2>"$work/err" || status=$?
  expect_exit "$exit" "$status"
  if [ -n "$word" ]; then expect_line "$word"; else expect_silence; fi
  [ -z "$(violations)" ] || fail "$(violations | head -n 3)"
  [ "$(visits)" = 1 ] || fail 'the canary had a visitor'
  passed
}

expect_exit() {
  [ "$2" = "$1" ] || fail "the exit code is $2, not $1"
}

expect_silence() {
  [ ! -s "$work/err" ] || fail 'stderr is not empty'
}

expect_line() {
  [ "$(wc -l <"$work/err" | tr -d ' ')" = 1 ] || fail 'stderr is not one line'
  grep -q '^pchat: ' "$work/err" || fail 'stderr does not begin with "pchat: "'
  grep -qF -- "$1" "$work/err" || fail "stderr does not say \"$1\""
  if grep -qE 'Exception|^[[:space:]]+at |bug' "$work/err"; then fail 'stderr has a stack trace'; fi
}

expect_empty() {
  [ -z "$(ls -A "$out")" ] || fail "left in the folder: $(ls -A "$out")"
}

# A bad input, read for an answer and for a file: bad EXIT WORD INPUT
bad() {
  confined "$1" "$2" info "$inputs/$3"
  confined "$1" "$2" show "$inputs/$3" -o "$out/shown.txt"
  expect_empty
}

bad_inputs() {
  bad 5 'no such file' missing.zip
  bad 4 'is empty' empty.zip
  bad 4 'not a ZIP file' letter.zip
  bad 4 'no Persistent Chat export' photos
  bad 4 'BAK-003' mgc.bak
  bad 4 'Word document' letter.docx
  bad 4 'its end is missing' truncated.zip
  bad 4 'encrypted' encrypted.zip
  bad 4 'damaged' flipped.zip
  bad 4 'breaks off' cut.zip
  bad 4 '16777216' bomb.zip
  bad 4 '--max-unpacked' boasting-bomb.zip
  bad 4 'longer than the 1000 bytes' lying-bomb.zip
  bad 4 'leads out of its directory' climbing.zip
  bad 4 'the root of the disk' rooted.zip
  bad 4 'leads out of its directory' windows.zip
  bad 4 'DOCTYPE' file-entity.zip
  bad 4 'DOCTYPE' web-entity.zip
  bad 4 'DOCTYPE' parameter-entity.zip
  bad 4 'DOCTYPE' web-dtd.zip
  bad 4 'DOCTYPE' laughs.zip
  confined 4 '--max-unpacked' info --max-unpacked 1M "$inputs/bomb.zip"
  confined 3 'perhaps' info "$inputs/partial.zip"
  confined 4 'DOCTYPE' info "$inputs/manifest-dtd.zip"
  confined 2 'No such room' show "$good" --room 'No such room'
  confined 2 'show' shwo "$good"
}

good_inputs() {
  confined 0 '' --version
  confined 0 '' help
  confined 0 '' completion bash
  for verb in info 'info --json' 'list rooms' 'list categories' 'list principals' 'list addins' \
    'list permissions' 'list files' show 'show --json' 'show --by-time' stats size; do
    # shellcheck disable=SC2086 # a verb and its words
    confined 0 '' $verb "$good"
  done
  confined 0 '' info "$inputs/unpacked"
  confined 0 '' info "$inputs/schema-location.zip"
  confined 0 '' info "$inputs/stylesheet.zip"
  confined 0 '' info "$inputs/include.zip"
}

# What is written appears where it should, and only there.
outputs() {
  confined 0 '' show "$good" -o "$out/shown.txt"
  [ "$(ls -A "$out")" = shown.txt ] || fail "in the folder: $(ls -A "$out")"
  confined 6 'shown.txt' show "$good" -o "$out/shown.txt"
  confined 0 '' show "$good" -o "$out/shown.txt" --force
  rm "$out/shown.txt"
  confined 5 'missing' show "$good" -o "$out/missing/shown.txt"
  PCHAT_JAVA_OPTS=-Djava.io.tmpdir=$out confined 0 '' show "$inputs/large.zip" --by-time --limit 10
  grep -q "$out/pchat-" "$work/trace" || fail 'it was to need temporary files, and did not'
  expect_empty
}

closed_pipe() {
  name='pchat show large.zip | head -n 1'
  local status
  set +e
  "$pchat" show "$inputs/large.zip" 2>"$work/err" | head -n 1 >"$work/result"
  status=${PIPESTATUS[0]}
  set -e
  expect_exit 0 "$status"
  expect_silence
  [ -s "$work/result" ] || fail 'nothing came through'
  passed
}

# Interrupts a run once the condition holds: interrupted CONDITION ARGUMENT...
interrupted() {
  local condition=$1 status=0 pid
  shift
  name="pchat $* and Ctrl-C"
  name=$(printf '%s' "$name" | sed "s|$work/||g; s|$root/||g")
  : >"$work/result"
  # A shell starts what runs in its background deaf to interrupts, and may itself have been started so.
  env --default-signal=INT "$pchat" "$@" >"$work/result" 2>"$work/err" &
  pid=$!
  until $condition; do
    kill -0 "$pid" 2>/dev/null || fail 'it ended too soon'
    sleep 0.02
  done
  kill -INT "$pid"
  wait "$pid" || status=$?
  expect_exit 130 "$status"
  [ "$(cat "$work/err")" = 'pchat: interrupted' ] || fail 'stderr is not "pchat: interrupted"'
  expect_empty
  passed
}

a_file_is_begun() {
  [ -n "$(ls -A "$out")" ]
}

output_flows() {
  [ -s "$work/result" ]
}

name=preparation
for tool in strace "$java" jar; do
  command -v "$tool" >/dev/null || fail "\"$tool\" is not on the PATH; install it"
done
mkdir "$inputs" "$inputs/unpacked" "$out" "$work/cwd"
echo 'not for you' >"$work/secret"
"$pchat" --version >/dev/null # builds a checkout before anybody looks
start_canary
"$java" "$root/bench/HostileInputs.java" "$inputs" "$good" "$(cat "$work/port")" "$work/secret"
(cd "$inputs/unpacked" && "${java%java}jar" -xf "$good")

test_detectors
bad_inputs
good_inputs
outputs
closed_pipe
interrupted a_file_is_begun show "$inputs/large.zip" -o "$out/shown.txt"
interrupted output_flows show "$inputs/large.zip"
echo 'all passed'
