#!/bin/sh
# Builds the forge that the delivery tests talk to: Gitea with SQLite, at the version below. Prints
# the folder that holds it and what it serves, or says on stderr why there is none. Built once for
# each version. It costs about seven minutes of one core, so it ends after $1 seconds (0: only what
# is built already).
set -eu
limit=${1:-0}
version=1.26.0
# What sum.golang.org says of the module; Gitea's own go.sum pins all others.
sum=h1:fJP9dqLbzKrKWUVnCVTfVersZdVDuyJQLEDzCAOmKKA=

none() {
  echo "no real Gitea for the tests: $1" >&2
  exit 0
}

home=${XDG_CACHE_HOME:-$HOME/.cache}/mayfly/tools
made=$home/gitea-$version
if [ ! -x "$made/gitea" ]; then
  [ "$limit" -gt 0 ] || none "it is not built, or no time is left; \`./verify --full\` builds it"
  [ -n "$(command -v go 2>/dev/null)" ] || none "Go is not installed"
  [ -n "$(command -v gcc 2>/dev/null)" ] || none "its SQLite needs gcc, which is not installed"
  [ -n "$(command -v timeout 2>/dev/null)" ] || none "without \`timeout\` its build could hang"
  mkdir -p "$home"
  making=$(mktemp -d "$home/making.XXXXXX")
  trap 'rm -rf "$making"' EXIT
  export GOTOOLCHAIN=local GOWORK=off GOFLAGS= CGO_ENABLED=1
  end=$(($(date +%s) + limit))
  (cd "$making" && timeout "$limit" go mod download -json "code.gitea.io/gitea@v$version") \
    >"$making/module" || none "the Go module proxy does not serve it in $limit s"
  field() { sed -n "s/^.*\"$1\": \"\(.*\)\".*/\1/p" "$making/module"; }
  [ "$(field Sum)" = "$sum" ] || none "the proxy serves another module than $sum"
  source=$(field Dir)
  left=$((end - $(date +%s)))
  [ "$left" -gt 0 ] || none "its download took more than $limit s"
  (cd "$source" && timeout "$left" nice go build -p 2 -mod=readonly -trimpath -buildvcs=false \
    -tags 'sqlite sqlite_unlock_notify' -ldflags "-s -w -X main.Version=$version" \
    -o "$making/gitea" .) >&2 || none "its build failed or took more than $limit s"
  # Served from files: what is built into a release would have to be generated first.
  for folder in templates options public; do cp -R "$source/$folder" "$making/"; done
  chmod -R u+w "$making"
  rm -f "$making/module"
  mv "$making" "$made" 2>/dev/null || [ -x "$made/gitea" ]
fi
printf '%s\n' "$made"
