#!/bin/sh
# Proves that the image starts, and starts from its caches: a cache that does not fit the class
# path is passed over without a word, so nothing else would show it.
set -eu
cd "$(dirname "$0")/../.."
home=target/image
# As the launcher has it: under the C locale Java loads what encodes ASCII.
LC_ALL=C.UTF-8
export LC_ALL

version=$(./mayfly --version)
case $version in
  "mayfly "[0-9]*) ;;
  *)
    echo "prove: \`./mayfly --version\` said: $version" >&2
    exit 1
    ;;
esac

for cache in hot deliver full; do
  # AOTMode=on ends the JVM where the cache cannot be used.
  loaded=$("$home/runtime/bin/java" "@$home/$cache.options" "-XX:AOTCache=$home/$cache.aot" \
    -XX:AOTMode=on -Xlog:class+load=info:stdout -cp "$home/mayfly.jar" dev.mayfly.Main --version)
  for class in dev.mayfly.Main dev.mayfly.command.Cli 'picocli.CommandLine$Model$CommandSpec'; do
    if ! printf '%s\n' "$loaded" | grep -F "] $class source: " | grep -q 'shared objects file'; then
      echo "prove: $class does not come from the $cache cache" >&2
      exit 1
    fi
  done
done

# The path of every push links nothing at start: what no cache keeps (ADR 0005) costs milliseconds each.
line=$(grep ' --sha ' cli/packaging/train-hot.txt)
# shellcheck disable=SC2086 # the line is words
linked=$("$home/runtime/bin/java" "@$home/hot.options" "-XX:AOTCache=$home/hot.aot" -Xlog:class+load=info:stdout \
  -cp "$home/mayfly.jar" dev.mayfly.Main $line | sed -n '/ source: /{/shared objects file/!p;}')
if [ -n "$linked" ]; then
  echo "prove: \`render preview\` links what its cache does not hold:" >&2
  printf '%s\n' "$linked" >&2
  exit 1
fi

# Every security provider that is named is in the runtime; see image.sh.
echo 'class Providers { public static void main(String[] a) { for (var p : java.security.Security.getProviders()) IO.println(p.getName()); } }' >target/Providers.java
"$JAVA_HOME/bin/javac" -d target/providers target/Providers.java
named=$(grep -c '^security\.provider\.' "$home/runtime/conf/security/java.security")
found=$("$home/runtime/bin/java" -cp target/providers Providers | wc -l)
if [ "$named" -ne "$found" ]; then
  echo "prove: $named security providers are named, $found are in the runtime" >&2
  exit 1
fi

# The plain jar, for those who bring their own Java.
plain=$("$JAVA_HOME/bin/java" -jar target/mayfly-*.jar --version)
if [ "$plain" != "$version" ]; then
  echo "prove: the plain jar said: $plain" >&2
  exit 1
fi
echo "$version: image and all AOT caches are in use"
