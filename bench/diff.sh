#!/usr/bin/env bash
# Prints how long `pchat diff` takes on pairs of made exports, beside tools that only inflate or compare lines.
# Usage: bench/diff.sh [MESSAGES [ROOMS [EDITS]]]     (5000000, 10000 and 1000000 if left out)
#
# many: MESSAGES in ROOMS, 1 % of the rooms changed; beside `unzip -p` of both.
# one:  twice EDITS messages in one room, EDITS of them changed, here and there; beside `unzip -p`, and `diff` of the entries.
# few:  what line and XML tools can bear: many again, at most 200000 messages; beside `git diff --no-index --stat` and XMLUnit.
set -euo pipefail
# shellcheck source=bench/lib.sh
. "$(dirname "$0")/lib.sh"

messages=${1:-5000000}
rooms=${2:-10000}
edits=${3:-1000000}
patience=600

# Makes an export once and sets $made: make_export NAME SIZE OPTIONS...
make_export() {
  made=$cache/$1.zip
  local size=$2
  shift 2
  if [ ! -f "$made" ]; then
    echo "making ${made##*/} ..." >&2
    run_java org.pchat.sample.MakeSample --size "$size" -o "$made" "$@"
  fi
}

run_java() {
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g -XX:+UseSerialGC \
    -cp "$root/target/test-classes:$root/target/classes:$(cat "$cache/classpath")" "$@"
}

# Makes a pair and sets $a and $b: pair NAME SIZE DAY [OPTIONS...]
pair() {
  local name=$1 size=$2 day=$3
  shift 3
  make_export "$name-a" "$size" --day monday "$@"
  a=$made
  make_export "$name-b" "$size" --day "$day" "$@"
  b=$made
}

size_of() {
  printf 'bench:messages=%s,rooms=%s,principals=%s,permissions=%s' "$1" "$2" $(($1 / 33 + 150)) $(($2 * 20))
}

# Runs a command whose code 1 means "different": compare NAME COMMAND...
compare() {
  local name=$1
  shift
  measure "$name" 'wc -c' different "$@"
}

# Runs pchat for its summary and checks the number of messages that differ: summary NAME EXPECTED OPTIONS...
summary() {
  local name=$1 expected=$2 found
  shift 2
  measure "$name" cat different "$pchat" diff "$a" "$b" --no-progress --json "$@"
  found=$(sed 's/.*"summary"://; s/.*"messages":{\([^}]*\)}.*/\1/; q' "$runs/$name.out" | tr ',' '\n' |
    awk -F: '$1 == "\"removed\"" || $1 == "\"changed\"" { n += $2 } END { print n + 0 }')
  [ -z "$expected" ] || expect 'messages that differ' "$found" "$expected"
  echo "$found" >"$runs/found"
}

# Prints a line: row TITLE NAME
row() {
  printf '  %-44s %8s %10s\n' "$1" "$(median "$2")" "$(peak "$2")"
}

heading() {
  printf '\n%s\n  %-44s %8s %10s\n' "$1" '' seconds 'peak MB'
}

inflate() {
  measure inflate 'wc -c' different sh -c 'unzip -p "$1" && unzip -p "$2"' - "$a" "$b"
}

lengths() {
  awk -v a="$(wc -c <"$a")" -v b="$(wc -c <"$b")" 'BEGIN { printf "%.1f MB and %.1f MB", a / 1e6, b / 1e6 }'
}

require unzip diff git timeout
build
xmlunit=$cache/xmlunit-core-2.14.0.jar
# Outside the project, whose settings would put it among the libraries.
[ -f "$xmlunit" ] ||
  (cd "$cache" && mvn -B -q -ntp org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy \
    -Dartifact=org.xmlunit:xmlunit-core:2.14.0 "-DoutputDirectory=$cache" >&2)
different=$cache/different
printf '#!/bin/sh\n"$@"\ncode=$?\n[ "$code" -eq 1 ] && exit 0\nexit "$code"\n' >"$different"
chmod +x "$different"
PATH=$cache:$PATH
unpacked=$(mktemp -d "$cache/unpacked.XXXXXX")
trap 'rm -rf "$unpacked"' EXIT
machine
echo "each once, after one run to warm the cache of files"

begin_measuring
pair "many-$messages-$rooms" "$(size_of "$messages" "$rooms")" scattered:100:10
inflate
forget_warm_up
inflate
summary fingerprints ''
compare details "$pchat" diff "$a" "$b" --no-progress --details --json
summary thorough "$(cat "$runs/found")" --thorough
heading "many: $messages messages in $rooms rooms, $(lengths), 1 % of the rooms changed"
row 'pchat diff --json' fingerprints
row 'pchat diff --json --details' details
row 'pchat diff --json --thorough' thorough
row 'unzip -p of both' inflate

begin_measuring
pair "one-$edits" "$(size_of $((edits * 2)) 20)" scattered:1:2 --rooms one
inflate
forget_warm_up
inflate
summary engine "$edits"
compare details "$pchat" diff "$a" "$b" --no-progress --details --json
unzip -p "$a" 'Messages/*' >"$unpacked/a.xml"
unzip -p "$b" 'Messages/*' >"$unpacked/b.xml"
compare lines timeout "$patience" diff "$unpacked/a.xml" "$unpacked/b.xml"
heading "one: $((edits * 2)) messages in one room, $(lengths), $edits of them replaced or deleted"
row 'pchat diff --json' engine
row 'pchat diff --json --details' details
row 'unzip -p of both' inflate
row 'diff of the unpacked entries' lines
rm -f "$unpacked"/*.xml

begin_measuring
few=$((messages < 200000 ? messages : 200000))
pair "few-$few" "$(size_of "$few" 400)" scattered:100:10
mkdir "$unpacked/a" "$unpacked/b"
unzip -q "$a" -d "$unpacked/a"
unzip -q "$b" -d "$unpacked/b"
summary engine ''
compare git git diff --no-index --stat "$unpacked/a" "$unpacked/b"
compare xmlunit timeout "$patience" "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g -XX:+UseSerialGC \
  -cp "$xmlunit" "$root/bench/XmlUnitDiff.java" "$unpacked/a" "$unpacked/b"
heading "few: $few messages in 400 rooms, $(lengths), 1 % of the rooms changed"
row 'pchat diff --json' engine
row 'git diff --no-index --stat, unpacked' git
row 'XMLUnit, entry by entry, unpacked' xmlunit
