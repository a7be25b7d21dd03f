#!/bin/sh
# Builds target/image where it is missing or old. Quiet unless it fails; writes to stderr only.
set -eu
cd "$(dirname "$0")/../.."
. cli/packaging/jdk.sh
. cli/packaging/fresh.sh
. cli/packaging/lock.sh
. cli/packaging/commit.sh

if [ -n "${MAYFLY_VERIFY_RUNS:-}" ]; then
  echo "mayfly: ./verify is at work on target/; what it starts cannot build there too" >&2
  exit 70
fi
find_jdk && find_maven || exit 2
take_lock
image_is_fresh . && exit 0

echo "mayfly: building, which happens on first use and after a change" >&2
touch target/started
rm -rf target/lib target/mayfly-*.jar
# shellcheck disable=SC2046 # options are words
if ! {
  mvn -q -B -ntp $(commit_flags) -Dmaven.test.skip=true package && sh cli/packaging/image.sh
} >target/build.log 2>&1 9>&-; then
  grep -v '^WARNING: ' target/build.log >&2
  echo "mayfly: the build failed; all it said is in target/build.log" >&2
  exit 70
fi
