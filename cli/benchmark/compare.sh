#!/bin/sh
# Compares the start of two images by processor time, which a busy machine changes less than the clock:
# `render preview` of one preview, cold, in turn. Prints the ratio of the pairs, theirs being 1.
# Usage: cli/benchmark/compare.sh OTHER-IMAGE [PAIRS]      (an image is a folder with bin/mayfly; default: 25)
set -eu
other=$(cd "$1" && pwd)/bin/mayfly
pairs=${2:-25}
cd "$(dirname "$0")/../.."
./mayfly --version >&2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sha=7f3c1d9e5b2a48c6f0e1d2c3b4a5968778695a4b

# once COMMAND: the processor seconds of one run.
once() {
  /usr/bin/time -f '%U %S' -o "$work/time" "$1" render preview -C examples/monolith-overlay --app monolith --pr 7 \
    --sha $sha --image ghcr.io/jomcgi/monolith@sha256:${sha}000000000000000000000000 --out "$work/out" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
  awk '{ print $1 + $2 }' "$work/time"
}

once ./target/image/bin/mayfly >/dev/null
once "$other" >/dev/null
i=0
while [ "$i" -lt "$pairs" ]; do
  echo "$(once ./target/image/bin/mayfly) $(once "$other")" >>"$work/pairs"
  i=$((i + 1))
done
awk '{ print $1 / $2, $1, $2 }' "$work/pairs" | sort -n | awk '
  { ratio[NR] = $1 }
  END {
    printf "render preview: %.2f times the processor time of the other image (%.2f to %.2f, %d pairs)\n",
      ratio[int((NR + 1) / 2)], ratio[1], ratio[NR], NR
  }'
