#!/usr/bin/env bash
# Packages one room of 10,000 messages out of a large canonical export, beside an unzip of all of it,
# in 256 MB of heap. Usage: bench/package.sh
#
# MESSAGES, ROOMS, PRINCIPALS and PERMISSIONS in the environment make it another size.
set -euo pipefail
# shellcheck source=bench/lib.sh
. "$(dirname "$0")/lib.sh"

messages=${MESSAGES:-5000000}
rooms=${ROOMS:-500}
principals=${PRINCIPALS:-150000}
permissions=${PERMISSIONS:-700000}
export PCHAT_JAVA_OPTS=-Xmx256m

build
make_input "$messages" "$rooms" "$principals" "$permissions"
begin_measuring
machine
room=$("$pchat" stats "$input" --by room --json | jq -r \
  '[.by.room[] | {room: .guid, n: .messages}] | min_by((.n - 10000) | fabs) | .room')
out=$runs/package
mkdir -p "$out"
printf 'input: %s messages, %s rooms, %s bytes; room %s; java %s\n' \
  "$messages" "$rooms" "$(($(wc -c <"$input")))" "$room" "$PCHAT_JAVA_OPTS"
printf '  %-34s %8s %10s\n' verb seconds 'peak MB'
measure package cat "$pchat" package --from "$input" --room "$room" --force -o "$out/room.zip"
printf '  %-34s %8s %10s\n' package "$(median package)" "$(peak package)"
measure unzip 'wc -c' unzip -p "$input"
printf '  %-34s %8s %10s\n' 'unzip -p' "$(median unzip)" "$(peak unzip)"
