#!/bin/sh
# Installs the programs that tests hold Mayfly against, where they are missing and Go is there:
# kustomize and helm, in the releases that Argo CD 3.5 brings along, and what reads workflows of
# GitHub. They go into a cache folder,
# whose name is the last line of what this prints; `./verify` puts it on PATH.
# A registry that does not answer in time is a word on standard error, never a failure: a test whose
# program is missing says so and is skipped.
set -eu

tools="${XDG_CACHE_HOME:-$HOME/.cache}/mayfly/tools"
patience=600

# install NAME MODULE VERSION
install() {
  if command -v "$1" >/dev/null 2>&1 || [ -x "$tools/$1" ]; then return 0; fi
  if ! command -v go >/dev/null 2>&1; then
    echo "test program missing: $1; without Go it is not installed here" >&2
    return 0
  fi
  bounded=""
  if command -v timeout >/dev/null 2>&1; then bounded="timeout $patience"; fi
  mkdir -p "$tools"
  # shellcheck disable=SC2086 # words
  GOBIN="$tools" GOFLAGS=-trimpath $bounded go install "$2@$3" >&2 ||
    echo "test program missing: $1; it could not be installed within $patience seconds" >&2
}

install kustomize sigs.k8s.io/kustomize/kustomize/v5 v5.8.1
install helm helm.sh/helm/v4/cmd/helm v4.2.1
install actionlint github.com/rhysd/actionlint/cmd/actionlint v1.7.12

echo "$tools"
