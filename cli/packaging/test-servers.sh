#!/bin/sh
# Installs what tests talk to, where it is missing: git (with `git http-backend`), sshd, PostgreSQL, the shells whose
# completion is tried, readers of manual pages, and Chromium, in which the page of `status` is looked at. Starts
# nothing: each test runs its own on a loopback port.
# A test whose program is missing says so and is skipped; a registry that does not answer in time is a word here.
set -eu

missing() {
  [ -n "$(command -v "$1" 2>/dev/null)" ] || [ -x "/usr/sbin/$1" ] && return 1
  return 0
}

packages=""
if missing git || [ ! -x "$(git --exec-path)/git-http-backend" ]; then packages="$packages git"; fi
if missing sshd; then packages="$packages openssh-server"; fi
for program in mandoc groff strace zsh fish; do
  if missing "$program"; then packages="$packages $program"; fi
done
if missing initdb && ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then packages="$packages postgresql"; fi
if missing chromium && missing chromium-browser && missing google-chrome; then browser=chromium; else browser=""; fi
[ -n "$packages$browser" ] || exit 0

if [ -z "$(command -v apt-get 2>/dev/null)" ]; then
  echo "test programs missing:$packages $browser; install them with this system's package manager" >&2
  exit 0
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then
  as_root="sudo -n"
  if ! $as_root true 2>/dev/null; then
    echo "test programs missing:$packages $browser; installing them needs root" >&2
    exit 0
  fi
fi
$as_root timeout 120 apt-get update -qq || {
  echo "test programs missing:$packages $browser; the registry of packages does not answer" >&2
  exit 0
}

# RUNLEVEL=1 keeps a package from starting a daemon of its own on port 22.
# shellcheck disable=SC2086 # packages are words
install() {
  RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive $as_root timeout "$1" \
    apt-get install -y -qq --no-install-recommends $2 >/dev/null ||
    echo "test programs could not be installed: $2" >&2
}
[ -z "$packages" ] || install 120 "$packages"
# Ubuntu's package of this name only asks for a snap.
if [ -n "$browser" ] && grep -q '^ID=debian$' /etc/os-release; then install 180 "$browser"; fi
