#!/bin/sh
# Unpacks the archive of target/release elsewhere and runs it as somebody does who has neither a JDK
# nor this checkout nor any variable set: what is missing in it, or has lost its time, fails here.
set -eu
cd "$(dirname "$0")/../.."
checkout=$PWD
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' HUP INT TERM

fail() {
  echo "archive-test: $1" >&2
  exit 1
}

cd target/release
if command -v sha256sum >/dev/null; then sum=sha256sum; else sum="shasum -a 256"; fi
$sum -c ./*.tar.gz.sha256 >/dev/null || fail "the checksum is another"
mkdir "$folder/some where"
tar -xzf ./*.tar.gz -C "$folder/some where"
cd "$folder/some where"
home=$(echo "$PWD"/mayfly-*)

for file in share/man/man1/mayfly.1 share/man/man1/mayfly-render-preview.1 LICENSE NOTICE THIRD-PARTY.md README.md CHANGELOG.md mayfly.cdx.json runtime/legal/java.base/LICENSE; do
  [ -s "$home/$file" ] || fail "$file is missing"
done
for jar in "$home"/lib/*.jar; do
  artifact=$(basename "$jar" | sed 's/-[0-9].*//')
  grep -q "^| $artifact | " "$home/THIRD-PARTY.md" || fail "$artifact is not in THIRD-PARTY.md"
  grep -q "\"name\" : \"$artifact\"" "$home/mayfly.cdx.json" || fail "$artifact is not in mayfly.cdx.json"
done
for text in $(grep -o '(licences/[^)]*)' "$home/THIRD-PARTY.md" | tr -d '()'); do
  [ -s "$home/$text" ] || fail "$text is missing"
done
[ -z "$(find "$home" -type f -newer "$home/mayfly.jar")" ] || fail "not all files have one time"

mayfly() { env -i PATH=/nowhere "$home/bin/mayfly" "$@"; }

mayfly --version | grep -q "^mayfly [0-9.]* (" || fail "--version says: $(mayfly --version)"
mayfly demo >told || fail "demo fails"
grep -q 'Pull request 7 closes' told || fail "demo tells another story: $(cat told)"
cp -R "$checkout/golden/primitives" good
mayfly lint good || fail "lint finds something in what is good"
mkdir bad
echo 'apiVersion: [' >bad/deployment.yaml
code=0
mayfly lint bad >told || code=$?
[ "$code" -eq 1 ] || fail "lint ends with $code on what is bad"

# A link on PATH is how people install it.
mkdir bin
ln -s "$home/bin/mayfly" bin/mayfly
env -i "PATH=/usr/bin:/bin" bin/mayfly --version >/dev/null || fail "it does not run through a link"

# Moved caches are in use: AOTMode=on ends the JVM where one is not.
for cache in hot deliver full; do
  env -i "$home/runtime/bin/java" "@$home/$cache.options" "-XX:AOTCache=$home/$cache.aot" -XX:AOTMode=on \
    -cp "$home/mayfly.jar" dev.mayfly.Main --version >/dev/null || fail "the $cache cache is not in use"
done
echo "$(basename "$home"): runs without a JDK, from its caches"
