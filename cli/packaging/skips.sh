#!/bin/sh
# Says which tests were skipped and why, a line a reason.
#
#   skips.sh allowed | refused    with `refused` ends with 1 where there are any
#
# A test that needs the built image is skipped by a first run, which builds it later; the archive's own
# test runs that image from its download in any case.
set -eu

reasons=$(cat target/surefire-reports/TEST-*.xml |
  sed -n 's/.*<skipped .*TestAbortedException: \(Assumption failed: \)\{0,1\}\([^]]*\).*/\2/p; s/.*<skipped message="\([^"]*\)".*/\1/p' |
  grep -v 'target/image is not built' | sort | uniq -c) || true
[ -n "$reasons" ] || exit 0
printf 'skipped tests, by what they lacked:\n%s\n' "$reasons" >&2
[ "$1" = allowed ]
