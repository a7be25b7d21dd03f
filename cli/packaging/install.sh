#!/bin/sh
# Fetches a release of Mayfly, holds it against its checksum, and prints where the program lies:
#
#   sh install.sh VERSION [FOLDER]
#
# FOLDER (~/.local/share/mayfly when left out) keeps it: what is there already is not fetched again.
# INSTALL_MAYFLY_FROM is the web address of the repository that publishes it. INSTALL_MAYFLY_CACHE is a folder
# that keeps the archives, where FOLDER does not last; one that is kept is held against the checksum that the
# release has now. A proxy is taken from https_proxy. Ends with 1 when it failed, 2 when it was asked for
# wrongly, 3 when there is no such release.
set -eu

fail() {
  echo "install: $1" >&2
  exit "${2:-1}"
}

given=${1:-}
version=${given#v}
folder=${2:-${HOME:-.}/.local/share/mayfly}
from=${INSTALL_MAYFLY_FROM:-https://github.com/@REPOSITORY@}
from=${from%/}
case $version in
  [0-9]*.[0-9]*) ;;
  *) fail "\`$given\` is not a version such as 1.2.3" 2 ;;
esac
case $version in *[!0-9A-Za-z.+-]*) fail "\`$given\` is not a version such as 1.2.3" 2 ;; esac
case $from in *@*) fail "INSTALL_MAYFLY_FROM has to say which repository publishes Mayfly" 2 ;; esac

case $(uname -s) in
  Linux) os=linux ;;
  Darwin) os=macos ;;
  *) fail "there are releases for Linux and macOS only, and this is $(uname -s)" 3 ;;
esac
case $(uname -m) in
  x86_64 | amd64) arch=x64 ;;
  aarch64 | arm64) arch=arm64 ;;
  *) fail "there are releases for x64 and arm64 only, and this is $(uname -m)" 3 ;;
esac
# A shell of Rosetta says x86_64 on an Apple chip, whose own release is faster.
if [ "$os" = macos ] && [ "$(sysctl -n sysctl.proc_translated 2>/dev/null || true)" = 1 ]; then arch=arm64; fi
if [ "$os" = linux ] && ldd --version 2>&1 | grep -qi musl; then
  fail "a release needs glibc, and this system has musl; use the container image" 3
fi

name=mayfly-$version-$os-$arch
program=$folder/$name/bin/mayfly
if [ -x "$program" ]; then
  echo "$program"
  exit
fi
command -v curl >/dev/null || fail "curl is missing"
if command -v sha256sum >/dev/null; then
  sum=sha256sum
elif command -v shasum >/dev/null; then
  sum="shasum -a 256"
else
  fail "neither sha256sum nor shasum is there, so the download cannot be checked"
fi
mkdir -p "$folder" 2>/dev/null || fail "$folder cannot be made"
work=$(mktemp -d "$folder/fetching.XXXXXX" 2>/dev/null) || fail "$folder cannot be written to"
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM

fetch() {
  url=$from/releases/download/v$version/$1
  code=0
  status=$(curl -fsSL --retry 2 --connect-timeout 20 --max-time 300 -w '%{http_code}' -o "$work/$1" "$url" 2>"$work/said") ||
    code=$?
  case $code/$status in
    0/*) ;;
    22/404) fail "there is no release $version for $os on $arch: nothing is at $url" 3 ;;
    22/*) fail "$url is answered with status $status" ;;
    18/* | 52/* | 56/* | 92/*) fail "the download of $url was cut off" ;;
    23/*) fail "$folder cannot be written to, or is full" ;;
    28/*) fail "$url did not answer in time" ;;
    *) fail "$url cannot be fetched: $(head -n 1 "$work/said")" ;;
  esac
}

fetch "$name.tar.gz.sha256"
wanted=$(cut -c 1-64 "$work/$name.tar.gz.sha256" | head -n 1)
case $wanted in *[!0-9a-f]* | '') fail "the checksum at $url is none" ;; esac
[ ${#wanted} -eq 64 ] || fail "the checksum at $url is none"
is_right() {
  found=$($sum "$1" 2>/dev/null | cut -c 1-64)
  [ "$found" = "$wanted" ]
}
keep() {
  mkdir -p "$cache" 2>/dev/null && kept=$(mktemp "$cache/keeping.XXXXXX" 2>/dev/null) || return 1
  cp "$work/$name.tar.gz" "$kept" 2>/dev/null && mv "$kept" "$cache/$name.tar.gz" 2>/dev/null && return
  rm -f "$kept"
  return 1
}
cache=${INSTALL_MAYFLY_CACHE:-}
archive=$cache/$name.tar.gz
if [ -z "$cache" ] || [ ! -f "$archive" ] || ! is_right "$archive"; then
  if [ -n "$cache" ] && [ -f "$archive" ]; then
    echo "install: $archive is not what its release's checksum says, so it is fetched again" >&2
  fi
  archive=$work/$name.tar.gz
  fetch "$name.tar.gz"
  is_right "$archive" || fail "$url is not what its checksum says"
  if [ -n "$cache" ] && ! keep; then
    echo "install: $cache cannot be written to, so the next job fetches it again" >&2
  fi
fi

# The times of the files count: without them the caches of the runtime do not fit.
tar -xzf "$archive" -C "$work" --no-same-owner 2>"$work/said" ||
  fail "$url cannot be unpacked: $(head -n 1 "$work/said")"
said=$("$work/$name/bin/mayfly" --version 2>"$work/said") ||
  fail "what is at $url does not run here: $(head -n 1 "$work/said")"
case $said in
  "mayfly $version" | "mayfly $version "*) ;;
  *) fail "what is at $url is another version: $said" ;;
esac
# Another run may have been faster; both brought the same.
mv "$work/$name" "$folder/" 2>/dev/null || [ -x "$program" ] || fail "$folder cannot be written to"
echo "$program"
