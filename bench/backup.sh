#!/usr/bin/env bash
# Prints how long `pchat tables` takes to decode all tables of made backups, beside tools that only read or inflate as many bytes.
# Usage: bench/backup.sh [MESSAGES [ROUNDS]]     (1000000 and 3 if left out)
#
# plain:  a backup that is not compressed, beside `cat FILE > /dev/null`.
# packed: the same compressed, beside `gzip -dc` of the plain one, on one core.
set -euo pipefail
# shellcheck source=bench/lib.sh
. "$(dirname "$0")/lib.sh"

messages=${1:-1000000}
rounds=${2:-3}

# Makes a backup once and sets $made: make_backup NAME [packed]
make_backup() {
  made=$cache/$1-$messages.bak
  [ -f "$made" ] || "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m -XX:+UseSerialGC \
    -cp "$root/target/test-classes:$root/target/classes:$(cat "$cache/classpath")" \
    org.pchat.sqlfile.MakeBackup \
    "bench:messages=$messages,rooms=2000,principals=10000,permissions=50000" "$made" "${@:2}"
}

one_core=()
if command -v taskset >/dev/null; then
  one_core=(taskset -c 0)
fi

rate() {
  awk -v bytes="$(wc -c <"$1")" -v seconds="$2" 'BEGIN { printf "%.0f", bytes / seconds / 1000000 }'
}

line() {
  printf '  %-34s %8s %10s %10s\n' "$2" "$(median "$1")" "$(rate "$plain" "$(median "$1")")" "$(peak "$1")"
}

build
require gzip
make_backup backup
plain=$made
make_backup backup-packed packed
packed=$made
[ -f "$plain.gz" ] || gzip -c "$plain" >"$plain.gz"
begin_measuring
machine
printf 'input: %s messages, %s bytes, compressed %s bytes, gzip %s bytes\n' "$messages" \
  "$(($(wc -c <"$plain")))" "$(($(wc -c <"$packed")))" "$(($(wc -c <"$plain.gz")))"
for ((i = 0; i < rounds; i++)); do
  measure cat 'wc -c' cat "$plain"
  measure plain cat "$pchat" tables "$plain" --json
  measure gzip 'wc -c' "${one_core[@]}" gzip -dc "$plain.gz"
  measure packed cat "${one_core[@]}" "$pchat" tables "$packed" --json
done
expect 'rows of tblChat' "$(sed -n 's/^.*"name":"tblChat","rows":\([0-9]*\),.*$/\1/p' "$runs/plain.out")" "$messages"
expect 'rows of tblChat' "$(sed -n 's/^.*"name":"tblChat","rows":\([0-9]*\),.*$/\1/p' "$runs/packed.out")" "$messages"
printf '  %-34s %8s %10s %10s\n' 'MB of the plain backup' seconds MB/s 'peak MB'
line cat 'cat | wc -c'
line plain 'pchat tables plain.bak'
line gzip 'gzip -dc, one core'
line packed 'pchat tables packed.bak, one core'
