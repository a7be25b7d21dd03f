#!/bin/sh
# Times a delivery into a GitOps repository of 50,000 files against the Git command line's recipes.
# Usage: cli/benchmark/delivery.sh [ROUNDS]; needs a compiled project (classes and test classes).
set -eu
cd "$(dirname "$0")/../.."
classpath=target/benchmark.classpath
mvn -q -B -o dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$classpath"
# An AOT cache takes jars only, no folders.
jar="${JAVA_HOME:?names a JDK 25}/bin/jar"
"$jar" --create --file target/benchmark.jar -C target/classes .
"$jar" --create --file target/benchmark-tests.jar -C target/test-classes .
"$JAVA_HOME/bin/java" -cp "target/benchmark-tests.jar:target/benchmark.jar:$(cat "$classpath")" \
  dev.mayfly.git.DeliveryBenchmark "$@"
