#!/bin/sh
# Packs target/image as target/release/mayfly-VERSION-OS-ARCH.tar.gz with its checksum, and writes
# the bill of materials beside it. One image packs to the same bytes wherever and whenever.
set -eu
cd "$(dirname "$0")/../.."
. cli/packaging/jdk.sh
find_jdk && find_maven || exit 2

version=$(target/image/bin/mayfly --version)
version=${version#mayfly }
version=${version%% *}
# Of the runtime, not of this machine: an Intel JDK runs on an Apple chip too.
case $(sed -n 's/^OS_NAME="\(.*\)"/\1/p' "$JAVA_HOME/release") in
  Linux) os=linux ;;
  Darwin) os=macos ;;
  *) echo "archive: releases are made for Linux and macOS only" >&2 && exit 2 ;;
esac
case $(sed -n 's/^OS_ARCH="\(.*\)"/\1/p' "$JAVA_HOME/release") in
  x86_64 | amd64) arch=x64 ;;
  aarch64 | arm64) arch=arm64 ;;
  *) echo "archive: releases are made for x64 and arm64 only" >&2 && exit 2 ;;
esac
name=mayfly-$version-$os-$arch

rm -rf target/release
mkdir -p target/release
mvn -q -B -ntp org.cyclonedx:cyclonedx-maven-plugin:makeBom >&2
cp target/mayfly.cdx.json "target/release/mayfly-$version.cdx.json"

cp -Rp target/image "target/release/$name"
cd target/release
rm "$name/built"
cp ../mayfly.cdx.json ../../README.md ../../CHANGELOG.md "$name/"
chmod -R u=rwX,go=rX "$name"
find "$name" -exec touch -h -r "$name/mayfly.jar" {} +

# The oldest format: the newer ones note times and owners of this machine.
if tar --version | grep -q GNU; then
  owner="--owner=0 --group=0 --numeric-owner"
else
  owner="--uid 0 --gid 0 --numeric-owner"
fi
find "$name" | LC_ALL=C sort >list
# shellcheck disable=SC2086 # words
tar --format=ustar $owner --no-recursion -cf - -T list | gzip -n >"$name.tar.gz"
rm -r list "$name"
if command -v sha256sum >/dev/null; then
  sha256sum "$name.tar.gz" >"$name.tar.gz.sha256"
else
  shasum -a 256 "$name.tar.gz" >"$name.tar.gz.sha256"
fi
echo "target/release/$name.tar.gz"
