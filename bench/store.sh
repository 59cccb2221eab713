#!/usr/bin/env bash
# Prints what a store costs beside the tools that people have: a backup of which nothing has changed beside reading the export,
# a restore beside packing its entries again, and a year of daily backups beside the exports.
# Usage: bench/store.sh [MESSAGES [ROUNDS [DAYS]]]     (1000000, 3 and 365 if left out; 0 days leave the year out)
#
# The year takes its texts from data/chat of the shared material; without that it is left out.
set -euo pipefail
# shellcheck source=bench/lib.sh
. "$(dirname "$0")/lib.sh"

messages=${1:-1000000}
rounds=${2:-3}
days=${3:-365}
rooms=$((messages / 150 + 100))
store=$cache/store
chat=$root/../shared/data/chat
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

fresh_store() {
  rm -rf "$store"
  "$pchat" init --store "$store" >/dev/null
}

# Packs the entries of the export again, as one would without a store.
pack_again='rm -rf "$2/again" "$2/again.zip"
unzip -qd "$2/again" "$1"
cd "$2/again"
zip -qr "$2/again.zip" .'

line() {
  printf '  %-34s %8s %10s\n' "$2" "$(median "$1")" "$(peak "$1")"
}

# The chat with most lines, as YearOfBackups wants it.
year() {
  local slice
  slice=$(find "$chat" -name '*.tsv.gz' -printf '%s %p\n' 2>/dev/null | sort -rn | head -n 1 | cut -d ' ' -f 2-)
  if [ -z "$slice" ]; then
    echo "the year is left out: there is no *.tsv.gz in $chat"
    return
  fi
  rm -rf "$cache/year"
  "$java" -Xmx1g -XX:+UseSerialGC -cp "$root/target/test-classes:$root/target/classes:$(cat "$cache/classpath")" \
    org.pchat.store.YearOfBackups "$cache/year" "$slice" "$days" 400 40000 4
  rm -rf "$cache/year"
}

build
require unzip zip
make_input "$messages" "$rooms" "$((messages / 33 + 150))" "$((rooms * 20))"
begin_measuring
for ((round = 0; round < rounds; round++)); do
  fresh_store
  measure first cat "$pchat" backup "$input" --store "$store" --json
  measure again cat "$pchat" backup "$input" --store "$store" --json
  measure unzip 'wc -c' unzip -p "$input"
  measure restore cat "$pchat" restore latest --store "$store" -o "$cache/restored.zip" --force --json
  measure pack cat sh -euc "$pack_again" sh "$input" "$cache"
done
# All but the manifest, which states no hash of itself.
entries=$(sed -n 's/.*"entries":\([0-9]*\).*/\1/p' "$runs/again.out")
expect 'entries that were known' "$(sed -n 's/.*"unchanged":\([0-9]*\).*/\1/p' "$runs/again.out")" "$((entries - 1))"
machine
printf 'input: %s messages in %s rooms, %s bytes; store %s bytes\n' "$messages" "$rooms" \
  "$(($(wc -c <"$input")))" "$(du -sb "$store" | cut -f 1)"
printf '  %-34s %8s %10s\n' "medians of $rounds rounds" seconds 'peak MB'
line first 'the first backup'
line again 'backup, nothing has changed'
line unzip 'unzip -p | wc -c'
line restore 'restore'
line pack 'unzip, then zip'
printf 'backup of which nothing has changed: %s of unzip -p (under 0.25 is asked for)\n' \
  "$(quotient "$(median again)" "$(median unzip)" 2)"
printf 'restore: %s of unzip and zip (at most 1 is asked for)\n' \
  "$(quotient "$(median restore)" "$(median pack)" 2)"
[ "$days" -eq 0 ] || year
