#!/bin/sh
# Installs the servers that the delivery tests talk to, where they are missing: git (with
# `git http-backend`) and sshd. Starts nothing: each test runs its own server on a loopback port.
# A test whose server is missing says so and is skipped.
set -eu

missing() {
  [ -n "$(command -v "$1" 2>/dev/null)" ] || [ -x "/usr/sbin/$1" ] && return 1
  return 0
}

packages=""
if missing git || [ ! -x "$(git --exec-path)/git-http-backend" ]; then packages="$packages git"; fi
if missing sshd; then packages="$packages openssh-server"; fi
[ -n "$packages" ] || exit 0

if [ -z "$(command -v apt-get 2>/dev/null)" ]; then
  echo "test servers missing:$packages; install them with this system's package manager" >&2
  exit 0
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then
  as_root="sudo -n"
  if ! $as_root true 2>/dev/null; then
    echo "test servers missing:$packages; installing them needs root" >&2
    exit 0
  fi
fi
$as_root apt-get update -qq || exit 0
# RUNLEVEL=1 keeps the package from starting a daemon of its own on port 22.
# shellcheck disable=SC2086
RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive $as_root \
  apt-get install -y -qq --no-install-recommends $packages >/dev/null ||
  echo "test servers could not be installed:$packages" >&2
