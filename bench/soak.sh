#!/usr/bin/env bash
# Lists and streams a pool as large as the capacity planning guide's, in 256 MB of heap, and checks
# every count. Usage: bench/soak.sh [--big]
#
# --big  runs the opt-in tests too, which write and read entries over 4 GiB (some minutes), and cut and
#        flip a sample in 2,232 ways to see what salvage makes of it (up to half an hour)
#
# MESSAGES, ROOMS, PRINCIPALS and PERMISSIONS in the environment make it another size.
set -euo pipefail
# shellcheck source=bench/lib.sh
. "$(dirname "$0")/lib.sh"

messages=${MESSAGES:-5000000}
rooms=${ROOMS:-33000}
principals=${PRINCIPALS:-150000}
permissions=${PERMISSIONS:-700000}
export PCHAT_JAVA_OPTS=-Xmx256m

# Runs a verb once and prints its line: soak NAME FILTER RECORDS WORD...
soak() {
  local name=$1 filter=$2 records=$3
  shift 3
  measure "$name" "$filter" "$pchat" "$@" "$input"
  printf '  %-34s %8s %14s %10s\n' "$*" "$(median "$name")" \
    "$(quotient "$records" "$(median "$name")" 0)" "$(peak "$name")"
}

# The same for a verb that prints one record a line.
soak_lines() {
  soak "$1" 'wc -l' "$2" "${@:4}"
  expect "${*:4}" "$(tr -d ' ' <"$runs/$1.out")" "$3"
}

check_info() {
  local counts=$runs/info.out
  expect messages "$(count_in "$counts" messages)" "$messages"
  expect rooms "$(count_in "$counts" rooms)" "$rooms"
  expect principals "$(count_in "$counts" principals)" "$principals"
  expect permissions "$(($(count_in "$counts" roles) + $(count_in "$counts" scopes)))" "$permissions"
}

run_big_tests() {
  local tests
  tests=$(cd "$root" && grep -rl 'named = "pchat.big"' src/test/java | sed 's|.*/||; s|\.java$||' | paste -s -d , -)
  echo "opt-in tests: $tests"
  "${maven[@]}" test -Dpchat.big=true "-Dtest=$tests"
  echo '  passed'
}

# Flips single bits of made and real SQL Server files, and exports a backup of a million messages.
soak_backups() {
  "${maven[@]}" test -Dpchat.flips=2000 -Dtest=FlippedBitsTest
  echo '  2000 flips: passed'
  local backup=$cache/soak-1000000.bak
  [ -f "$backup" ] || "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m \
    -cp "$root/target/test-classes:$root/target/classes:$(cat "$cache/classpath")" \
    org.pchat.sqlfile.MakeBackup bench:messages=1000000,rooms=2000,principals=10000,permissions=50000 "$backup"
  measure export cat "$pchat" export "$backup" -o "$cache/soak-backup.zip" --force
  printf '  %-34s %8s %14s %10s\n' 'export of a backup, 1000000' "$(median export)" \
    "$(quotient 1000000 "$(median export)" 0)" "$(peak export)"
  measure exported cat "$pchat" info --json "$cache/soak-backup.zip"
  expect 'messages of the backup' "$(count_in "$runs/exported.out" messages)" 1000000
}

# Breaks a writer of a store at every call, flips every bit of a small store, and goes 300 random steps.
soak_stores() {
  "${maven[@]}" test -Dpchat.crash.step=1 -Dpchat.store.flips.step=1 \
    -Dtest=StoreCrashTest,StoreFlipsTest,StoreSequencesTest
  echo '  stores: passed'
}

[ "${1:-}" = --big ] || [ $# -eq 0 ] || die "usage: bench/soak.sh [--big]"
build
make_input "$messages" "$rooms" "$principals" "$permissions"
begin_measuring
machine
printf 'input: %s messages, %s rooms, %s principals, %s permissions, %s bytes; java %s\n' \
  "$messages" "$rooms" "$principals" "$permissions" "$(($(wc -c <"$input")))" "$PCHAT_JAVA_OPTS"
printf '  %-34s %8s %14s %10s\n' verb seconds 'records/s' 'peak MB'
soak_lines rooms "$rooms" "$rooms" list rooms --json
soak_lines principals "$principals" "$principals" list principals --json
soak_lines permissions "$permissions" "$permissions" list permissions --json
soak info cat "$messages" info --json
check_info
soak_lines show "$messages" "$messages" show --json
soak_lines earliest "$messages" 10 show --json --by-time --limit 10
soak stats cat "$messages" stats --json
expect 'total of stats' "$(sed -n 's/^.*"total":{"messages":\([0-9]*\),.*$/\1/p' "$runs/stats.out")" "$messages"
soak_backups
soak_stores
echo 'all counts are as asked for'
[ $# -eq 0 ] || run_big_tests
