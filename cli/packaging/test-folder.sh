#!/bin/sh
# Makes a folder in memory for what the tests write and prints it; prints nothing where this system has none that
# is large enough and lets programs run.
# Tests write and delete a million small files. ext4 looks, for every new one, through those that were deleted in the
# last seconds: half of the time that the tests would spend in the kernel.
set -eu

home=/dev/shm
[ -d "$home" ] && [ -w "$home" ] || exit 0
free=$(df -Pk "$home" | awk 'NR == 2 { print $4 }')
[ "$free" -ge 4000000 ] || exit 0
folder=$(mktemp -d "$home/mayfly-tests.XXXXXX") || exit 0
# PostgreSQL serves as a user of its own.
chmod 711 "$folder"
printf '#!/bin/sh\n' >"$folder/program"
chmod +x "$folder/program"
if "$folder/program" 2>/dev/null; then
  rm "$folder/program"
  printf '%s\n' "$folder"
else
  rm -r "$folder"
fi
