#!/bin/sh
# Checks that target/release holds what tag $1 of repository $2 (owner/name) is to publish, and writes
# what comes from it: the notes, cut from CHANGELOG.md, Homebrew's formula and the installer.
set -eu
cd "$(dirname "$0")/../.."
root=$PWD
tag=$1
repository=$2

fail() {
  echo "release: $1" >&2
  exit 1
}

version=$(sed -n 's:^  <version>\(.*\)</version>:\1:p' "$root/pom.xml")
[ "$tag" = "v$version" ] || fail "the tag is $tag and pom.xml builds $version"

notes=$(awk -v version="$version" '
  /^## / { of = ($2 == "[" version "]"); next }
  of' CHANGELOG.md)
printf '%s' "$notes" | grep -q '[^[:space:]]' || fail "CHANGELOG.md says nothing below [$version]: turn \
its [Unreleased] into [$version] - DATE, below an empty one, and tag that commit"
[ -d target/release ] || fail "target/release is missing: ./verify makes it, with the archive of this machine"

cd target/release
printf '%s\n' "$notes" >notes.md
[ -s "mayfly-$version.cdx.json" ] || fail "the bill of materials is missing"
cp "$root/cli/packaging/mayfly.rb" formula
if command -v sha256sum >/dev/null; then sum=sha256sum; else sum="shasum -a 256"; fi
for kind in linux-x64 linux-arm64 macos-x64 macos-arm64; do
  archive=mayfly-$version-$kind.tar.gz
  [ -s "$archive" ] || fail "$archive is missing"
  $sum -c "$archive.sha256" >/dev/null 2>&1 || fail "$archive is not what its checksum says"
  sed "s/@SUM-$kind@/$(cut -d ' ' -f 1 "$archive.sha256")/" formula >filled
  mv filled formula
done
sed "s:@REPOSITORY@:$repository:g; s/@VERSION@/$version/g; 1,2d" formula >mayfly.rb
rm formula
sed "s:@REPOSITORY@:$repository:g" "$root/cli/packaging/install.sh" >install.sh
