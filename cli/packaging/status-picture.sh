#!/bin/sh
# Takes the picture of the status page anew, of the golden page with one preview in each state, by Chromium.
set -eu
cd "$(dirname "$0")/../.."
picture=docs/pictures/status.png
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
mkdir -p "${picture%/*}"
timeout 60 "${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars \
  --blink-settings=preferredColorScheme=1 --user-data-dir="$profile" --window-size=1120,480 \
  --screenshot="$PWD/$picture" "file://$PWD/golden/status/page.html" >/dev/null 2>"$profile/err" ||
  { cat "$profile/err" >&2; exit 1; }
size=$(wc -c <"$picture")
if [ "$size" -gt 100000 ]; then
  echo "$picture has $size bytes, more than 100000" >&2
  exit 1
fi
