# Shared by the scripts beside it, which source it: inputs, measuring, counts.
# shellcheck shell=bash
# shellcheck disable=SC2034 # some variables are for the scripts

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=$root/target/bench
pchat=$root/pchat
maven=(mvn -B -q -ntp -Dstyle.color=never -f "$root/pom.xml")
mkdir -p "$cache"

die() {
  printf '%s: %s\n' "${0##*/}" "$1" >&2
  exit 1
}

require() {
  local tool
  for tool; do
    command -v "$tool" >/dev/null || die "\"$tool\" is not on the PATH; install it."
  done
}

# Prints the machine and its load in one line; figures mean nothing without it.
machine() {
  local cpu memory load java
  cpu=$(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo 2>/dev/null | head -n 1)
  memory=$(awk '/^MemTotal/ { printf "%.0f GB", $2 / 1000000 }' /proc/meminfo 2>/dev/null) || memory=
  load=$(cut -d ' ' -f 1 /proc/loadavg 2>/dev/null) || load=
  java=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | sed -n 's/^.* version "\([^"]*\)".*/\1/p')
  printf 'machine: %s, %s cores, %s, %s, Java %s, %s UTC, load %s\n' "${cpu:-$(uname -m)}" \
    "$(getconf _NPROCESSORS_ONLN)" "${memory:-memory unknown}" "$(uname -sr)" "$java" \
    "$(date -u '+%Y-%m-%d %H:%M')" "${load:-unknown}"
}

# Builds the tool and the sample maker, each only when its sources have changed.
build() {
  require java mvn
  "$pchat" --version >/dev/null
  local classpath=$cache/classpath
  if [ ! -f "$classpath" ] || [ ! -d "$root/target/test-classes" ] ||
    [ -n "$(find "$root/pom.xml" "$root/src" -newer "$classpath" | head -n 1)" ]; then
    echo 'building the sample maker ...' >&2
    "${maven[@]}" test-compile dependency:build-classpath -Dmdep.includeScope=test \
      "-Dmdep.outputFile=$classpath" >&2
    touch "$classpath"
  fi
}

# Makes an export once and sets $input: make_input MESSAGES ROOMS PRINCIPALS PERMISSIONS
make_input() {
  input=$cache/made-$1-$2-$3-$4.zip
  if [ ! -f "$input" ]; then
    echo "making an export of $1 messages ..." >&2
    "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx256m -XX:+UseSerialGC \
      -cp "$root/target/test-classes:$root/target/classes:$(cat "$cache/classpath")" \
      org.pchat.sample.MakeSample --day monday -o "$input" \
      --size "bench:messages=$1,rooms=$2,principals=$3,permissions=$4"
  fi
}

# Forgets the figures of earlier runs.
begin_measuring() {
  runs=$cache/runs
  rm -rf "$runs"
  mkdir "$runs"
  rss=()
  if /usr/bin/time -v true >/dev/null 2>&1; then
    rss=(/usr/bin/time -v -o "$runs/resources")
  fi
}

# Runs a command once and notes seconds and peak memory: measure NAME FILTER COMMAND...
# What the command prints goes through FILTER to the file $runs/NAME.out.
measure() {
  local name=$1 filter=$2 TIMEFORMAT=%R
  shift 2
  { time "${rss[@]}" "$@" 2>"$runs/$name.err" | $filter >"$runs/$name.out"; } 2>"$runs/seconds" ||
    die "\"$*\" failed: $(head -n 3 "$runs/$name.err")"
  [ ! -s "$runs/$name.err" ] || die "\"$*\" complains: $(head -n 3 "$runs/$name.err")"
  cat "$runs/seconds" >>"$runs/$name.seconds"
  if [ "${#rss[@]}" -gt 0 ]; then
    sed -n 's/.*Maximum resident set size (kbytes): //p' "$runs/resources" >>"$runs/$name.rss"
  fi
}

# Takes the run of the warm-up out of the figures.
forget_warm_up() {
  rm -f "$runs"/*.seconds "$runs"/*.rss
}

# Prints the median of the seconds of NAME.
median() {
  sort -n "$runs/$1.seconds" |
    awk '{ s[NR] = $1 } END { printf "%.2f", (s[int((NR + 1) / 2)] + s[int(NR / 2) + 1]) / 2 }'
}

# Prints the highest peak memory of NAME in MB.
peak() {
  if [ -f "$runs/$1.rss" ]; then
    sort -n "$runs/$1.rss" | tail -n 1 | awk '{ printf "%.0f", $1 * 1024 / 1000000 }'
  else
    printf '?'
  fi
}

quotient() {
  awk -v a="$1" -v b="$2" -v digits="$3" 'BEGIN { printf "%.*f", digits, a / b }'
}

# Prints a number of the object "counts" in the JSON of info: count_in FILE NAME
count_in() {
  sed -n 's/.*"counts":{\([^}]*\)}.*/\1/p' "$1" | tr ',' '\n' | sed -n "s/^\"$2\"://p"
}

expect() {
  [ "$2" = "$3" ] || die "$1: $3 was asked for, $2 came"
}
