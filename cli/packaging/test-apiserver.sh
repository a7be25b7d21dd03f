#!/bin/sh
# Builds the API server that the tests apply every rendered object to: kube-apiserver and etcd, at
# the versions of cli/apiserver/go.mod. Prints the folder that holds them, or says on stderr why
# there is none. Built once for each go.sum and Go. It costs about four minutes of two cores and
# 2 GB of Go's cache, so it ends after $1 seconds (0: only what is built already).
set -eu
limit=${1:-0}
cd "$(dirname "$0")/../apiserver"

none() {
  echo "no real API server for the tests: $1" >&2
  exit 0
}

[ -n "$(command -v go 2>/dev/null)" ] || none "Go is not installed"
key=$({ go version && cat go.mod go.sum ../packaging/test-apiserver.sh; } | git hash-object --stdin)
home=${XDG_CACHE_HOME:-$HOME/.cache}/mayfly/tools
made=$home/apiserver-$key
if [ ! -x "$made/kube-apiserver" ]; then
  [ "$limit" -gt 0 ] || none "it is not built; \`./verify --full\` builds it once"
  [ -n "$(command -v timeout 2>/dev/null)" ] || none "without \`timeout\` its build could hang"
  mkdir -p "$home"
  making=$(mktemp -d "$home/making.XXXXXX")
  trap 'rm -rf "$making"' EXIT
  # A server without its version would announce 0.0.0.
  version=$(awk '$1 == "k8s.io/kubernetes" { print $2 }' go.mod)
  GOTOOLCHAIN=local GOWORK=off CGO_ENABLED=0 timeout "$limit" \
    nice go build -p 2 -trimpath -buildvcs=false -o "$making/" \
    -ldflags "-s -w -X k8s.io/component-base/version.gitVersion=$version" \
    go.etcd.io/etcd/server/v3 k8s.io/kubernetes/cmd/kube-apiserver >&2 ||
    none "its build failed or took more than $limit s"
  mv "$making/server" "$making/etcd"
  mv "$making" "$made" 2>/dev/null || [ -x "$made/kube-apiserver" ]
fi
printf '%s\n' "$made"
