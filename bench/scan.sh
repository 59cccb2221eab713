#!/usr/bin/env bash
# Prints how long `pchat info --json` takes on a made export, beside `unzip -p`, which only inflates.
# Usage: bench/scan.sh [MESSAGES [ROUNDS]]     (1000000 and 5 if left out)
set -euo pipefail
# shellcheck source=bench/lib.sh
. "$(dirname "$0")/lib.sh"

messages=${1:-1000000}
rounds=${2:-5}
rooms=$((messages / 150 + 100))
principals=$((messages / 33 + 150))
permissions=$((rooms * 20))

info() {
  measure info cat "$pchat" info --json "$input"
  expect messages "$(count_in "$runs/info.out" messages)" "$messages"
}

inflate() {
  measure unzip 'wc -c' unzip -p "$input"
}

require unzip
build
make_input "$messages" "$rooms" "$principals" "$permissions"
begin_measuring
info
inflate
forget_warm_up
for ((round = 0; round < rounds; round++)); do
  info
  inflate
done

machine
awk -v messages="$messages" -v packed="$(wc -c <"$input")" -v xml="$(cat "$runs/unzip.out")" \
  -v rooms="$rooms" 'BEGIN {
    printf "input: %d messages in %d rooms, %.1f MB, unpacked %.1f MB\n",
      messages, rooms, packed / 1e6, xml / 1e6
  }'
printf 'medians of %s rounds after a warm-up, the two in turn:\n' "$rounds"
printf '  %-18s %8s %14s %10s\n' '' seconds 'messages/s' 'peak MB'
for name in info unzip; do
  [ "$name" = info ] && title='pchat info --json' || title='unzip -p'
  printf '  %-18s %8s %14s %10s\n' "$title" "$(median "$name")" \
    "$(quotient "$messages" "$(median "$name")" 0)" "$(peak "$name")"
done
printf 'ratio: %s\n' "$(quotient "$(median info)" "$(median unzip)" 2)"
