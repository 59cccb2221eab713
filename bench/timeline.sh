#!/usr/bin/env bash
# Prints how long `pchat timeline` takes on made exports of one growing pool, beside `unzip -p` of all of them.
# Usage: bench/timeline.sh [EXPORTS [MESSAGES [ROOMS]]]     (30, 1000000 and 1000 if left out)
# The last export holds about all MESSAGES, the first half of them; one message in a thousand goes from each to the next.
set -euo pipefail
# shellcheck source=bench/lib.sh
. "$(dirname "$0")/lib.sh"

exports=${1:-30}
messages=${2:-1000000}
rooms=${3:-1000}
pile=$cache/history-$exports-$messages-$rooms

row() {
  printf '  %-32s %8s s %8s MB\n' "$1" "$(median "$2")" "$(peak "$2")"
}

inflate() {
  measure inflate 'wc -c' sh -c 'for file in "$1"/*.zip; do unzip -p "$file" || exit; done' - "$pile"
}

require unzip
build
if [ ! -f "$pile/done" ]; then
  echo "making $exports exports ..." >&2
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g -XX:+UseSerialGC \
    -cp "$root/target/test-classes:$root/target/classes:$(cat "$cache/classpath")" org.pchat.sample.MakeHistory \
    "bench:messages=$messages,rooms=$rooms,principals=$((messages / 33 + 150)),permissions=$((rooms * 20))" "$pile" "$exports"
  touch "$pile/done"
fi
machine
begin_measuring
inflate
forget_warm_up
inflate
measure timeline 'wc -c' "$pchat" timeline "$pile" --no-progress --json
measure show 'wc -l' "$pchat" show "$pile" --no-progress --json
printf '\n%s exports of up to %s messages in %s rooms, %s MB; whole processes, -Xmx256m:\n' "$exports" "$messages" "$rooms" \
  "$(du -sm "$pile" | cut -f 1)"
row 'unzip -p of all' inflate
row 'pchat timeline --json' timeline
row 'pchat show --json (the union)' show
