#!/usr/bin/env bash
# Prints what reading by an inferred layout costs beside the canonical reading of the same entries.
# Usage: bench/layouts.sh [MESSAGES [ROUNDS]]     (300000 and 5 if left out)
# Both read a ZIP without manifest in one process, in turn; processor time counts, medians after a warm-up.
set -euo pipefail
# shellcheck source=bench/lib.sh
. "$(dirname "$0")/lib.sh"

messages=${1:-300000}
rounds=${2:-5}
build
make_input "$messages" "$((messages / 150 + 100))" "$((messages / 33 + 150))" "$((messages / 10))"
work=$cache/layouts
mkdir -p "$work"
trap 'rm -rf "$work"' EXIT
machine
printf 'input: %s messages; medians of %s rounds after a warm-up, the two in turn:\n' "$messages" "$rounds"
printf '  %-34s %8s %14s\n' '' seconds records/s
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx256m -XX:+UseSerialGC -cp "$root/target/classes:$(cat "$cache/classpath")" \
  "$root/bench/InferredReading.java" "$input" "$work" "$rounds"
