#!/bin/sh
# Proves that the image starts, and starts from its caches: a cache that does not fit the class
# path is passed over without a word, so nothing else would show it.
set -eu
cd "$(dirname "$0")/../.."
home=target/image

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

# The plain jar, for those who bring their own Java.
plain=$("$JAVA_HOME/bin/java" -jar target/mayfly-*.jar --version)
if [ "$plain" != "$version" ]; then
  echo "prove: the plain jar said: $plain" >&2
  exit 1
fi
echo "$version: image and all AOT caches are in use"
