#!/usr/bin/env bash
# Prints how long `pchat export` takes on an embedded pool, beside a bare ordered scan of its messages
# by the same driver and settings. Whole processes with -Xmx256m, in turn, medians after a warm-up.
# Usage: bench/export.sh [MESSAGES [ROUNDS]]     (5000000 and 3 if left out)
set -euo pipefail
# shellcheck source=bench/lib.sh
. "$(dirname "$0")/lib.sh"

messages=${1:-5000000}
rounds=${2:-3}
rooms=$((messages / 150 + 100))
principals=$((messages / 33 + 150))
permissions=$((rooms * 20))
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

export_pool() {
  measure export cat "$pchat" export "jdbc:h2:$pool" --json -o "$cache/export.zip" --force
  expect messages "$(count_in "$runs/export.out" messages)" "$messages"
}

scan() {
  measure scan cat "$java" -Xmx256m -XX:+UseSerialGC -cp "$h2:$cache/scan" JdbcScan "$pool"
  expect 'messages of the scan' "$(cat "$runs/scan.out")" "$messages ok"
}

build
h2=$(find "$root/target/lib" -name 'h2-*.jar' | head -n 1)
[ -n "$h2" ] || die 'the driver of H2 is not in target/lib.'
mkdir -p "$cache/scan"
javac -d "$cache/scan" -cp "$h2" "$root/bench/JdbcScan.java"
make_input "$messages" "$rooms" "$principals" "$permissions"
pool=${input%.zip}
begin_measuring
if [ ! -f "$pool.mv.db" ]; then
  echo 'importing it into an embedded pool ...' >&2
  measure import cat "$pchat" import "$input" --into "jdbc:h2:$pool" --json
  imported=$(median import)
fi
scan
export_pool
forget_warm_up
for ((round = 0; round < rounds; round++)); do
  scan
  export_pool
done

machine
awk -v messages="$messages" -v rooms="$rooms" -v pool="$(wc -c <"$pool.mv.db")" \
  -v zip="$(wc -c <"$cache/export.zip")" 'BEGIN {
    printf "pool: %d messages in %d rooms, %.1f MB; export %.1f MB\n", messages, rooms, pool / 1e6, zip / 1e6
  }'
[ -z "${imported:-}" ] || printf 'the import took %s s\n' "$imported"
printf 'medians of %s rounds after a warm-up, the two in turn, -Xmx256m:\n' "$rounds"
printf '  %-18s %8s %14s %10s\n' '' seconds 'messages/s' 'peak MB'
for name in export scan; do
  [ "$name" = export ] && title='pchat export' || title='bare scan'
  printf '  %-18s %8s %14s %10s\n' "$title" "$(median "$name")" \
    "$(quotient "$messages" "$(median "$name")" 0)" "$(peak "$name")"
done
printf 'rate of the export: %s of the scan (at least 0.40 is asked for)\n' \
  "$(quotient "$(median scan)" "$(median export)" 2)"
