#!/usr/bin/env bash
# Prints how long `pchat validate` takes on a made export, beside unpacking it and xmllint with the schema of messages.
# Usage: bench/validate.sh [MESSAGES [ROUNDS]]     (1000000 and 5 if left out)
# Both are whole processes. The peer is one: sh, which unpacks and then checks; it checks messages only, and no manifest,
# reference or rule. A run of either that does not end with success ends the script.
set -euo pipefail
# shellcheck source=bench/lib.sh
. "$(dirname "$0")/lib.sh"

messages=${1:-1000000}
rounds=${2:-5}
rooms=$((messages / 150 + 100))
principals=$((messages / 33 + 150))
permissions=$((rooms * 20))
unpacked=$cache/unpacked

validate() {
  measure validate cat "$pchat" validate --json --no-progress "$input"
  grep -q '"verdict":"valid"' "$runs/validate.out" || die "the export is not valid: $(head -c 300 "$runs/validate.out")"
}

# Thousands of names do not fit on one command line everywhere, so xargs may split them.
peer() {
  rm -rf "$unpacked"
  mkdir "$unpacked"
  # shellcheck disable=SC2016 # the inner shell expands
  measure peer 'tail -n 1' sh -c '
    unzip -qd "$1" "$2" || exit
    find "$1/Messages" -name "*.xml" -print0 |
      xargs -0 -s 2000000 xmllint --stream --noout --schema "$3" >"$4" 2>&1 || { tail -n 3 "$4" >&2; exit 1; }
    grep -c " validates$" "$4"
  ' sh "$unpacked" "$input" "$root/schemas/messages.xsd" "$runs/xmllint.log"
  expect 'entries that xmllint found valid' "$(cat "$runs/peer.out")" "$rooms"
}

require unzip xmllint
build
make_input "$messages" "$rooms" "$principals" "$permissions"
begin_measuring
trap 'rm -rf "$unpacked"' EXIT
validate
peer
forget_warm_up
for ((round = 0; round < rounds; round++)); do
  validate
  peer
done

machine
awk -v messages="$messages" -v packed="$(wc -c <"$input")" -v rooms="$rooms" 'BEGIN {
    printf "input: %d messages in %d rooms, %.1f MB\n", messages, rooms, packed / 1e6
  }'
printf 'medians of %s rounds after a warm-up, the two in turn:\n' "$rounds"
printf '  %-24s %8s %14s %10s\n' '' seconds 'messages/s' 'peak MB'
for name in validate peer; do
  [ "$name" = validate ] && title='pchat validate --json' || title='unzip, xmllint --schema'
  printf '  %-24s %8s %14s %10s\n' "$title" "$(median "$name")" \
    "$(quotient "$messages" "$(median "$name")" 0)" "$(peak "$name")"
done
printf 'ratio: %s\n' "$(quotient "$(median validate)" "$(median peer)" 2)"
