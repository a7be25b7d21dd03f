#!/bin/sh
# Measures the first two rows of the figures to reach and writes docs/benchmarks.md,
# after the bounds have been held.
# Started by `./verify --benchmark`. A whole number as argument sets the count of pairs.
set -eu
cd "$(dirname "$0")/../.."
. cli/packaging/jdk.sh
find_jdk || exit 2
./mayfly --version >&2
sh cli/benchmark/bounds.sh
exec "$JAVA_HOME/bin/java" cli/benchmark/Benchmark.java "$@"
