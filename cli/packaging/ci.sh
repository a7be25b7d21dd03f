#!/bin/sh
# For CI: prints where the program lies that a pin names. That is the release that was made of the pinned
# commit, and a build of that commit where there is none:
#
#   sh ci.sh [VERSION] [FOLDER]
#
# VERSION is a release such as 1.2.3 or a full commit id; left out, it is what this checkout is. FOLDER belongs
# to one job. INSTALL_MAYFLY_FROM is the repository's web address, where releases are too; Git fetches from
# INSTALL_MAYFLY_SOURCE where that is another. INSTALL_MAYFLY_CACHE keeps archives from job to job.
# INSTALL_MAYFLY_PIN is the ref at which a CI took this checkout, where Git is not there to say.
set -eu

fail() {
  echo "install: $1" >&2
  exit "${2:-1}"
}
is_commit() {
  case $1 in *[!0-9a-f]*) return 1 ;; esac
  [ ${#1} -eq 40 ]
}
is_version() {
  case ${1#v} in *[!0-9A-Za-z.+-]*) return 1 ;; [0-9]*.[0-9]*) ;; *) return 1 ;; esac
}
version_of() {
  sed -n 's:^  <version>\(.*\)</version>:\1:p' "$1/pom.xml" | head -n 1
}

here=$(cd "$(dirname "$0")/../.." && pwd)
folder=${2:-${RUNNER_TEMP:-${TMPDIR:-/tmp}}/mayfly}
from=${INSTALL_MAYFLY_FROM:-}
from=${from%/}
from=${from%.git}
git=${INSTALL_MAYFLY_SOURCE:-${INSTALL_MAYFLY_FROM:-}}
pin=${INSTALL_MAYFLY_PIN:-}
if [ -z "$pin" ] && [ -e "$here/.git" ]; then pin=$(git -C "$here" rev-parse HEAD); fi
asked=${1:-$pin}

# Where the source of a ref lies.
fetch_source() {
  name=$(echo "$1" | tr -c '0-9A-Za-z.\n-' _)
  if [ ! -e "$folder/source-$name/mayfly" ]; then
    [ -n "$git" ] || fail "\`$asked\` is not this checkout, and INSTALL_MAYFLY_FROM does not say where it is" 2
    command -v git >/dev/null || fail "git is missing, which fetches \`$asked\`"
    mkdir -p "$folder" 2>/dev/null || fail "$folder cannot be made"
    fetching=$folder/fetching-$$
    git init -q "$fetching" || fail "$folder cannot be written to"
    git -C "$fetching" fetch -q --depth 1 "$git" "$1" ||
      fail "there is neither a release nor a commit \`$asked\` that can be fetched from $git"
    git -C "$fetching" checkout -q FETCH_HEAD
    mv "$fetching" "$folder/source-$name"
  fi
  echo "$folder/source-$name"
}

commit=
source=$here
if is_commit "$asked"; then
  commit=$asked
  if [ "$asked" != "$pin" ]; then source=$(fetch_source "$asked"); fi
  version=$(version_of "$source")
elif is_version "$asked"; then
  version=${asked#v}
elif [ -n "${1:-}" ]; then
  fail "\`$1\` is neither a version such as 1.2.3 nor a full commit id" 2
else
  # A branch, or nothing that says what this is: no release is certain to be the same.
  version=
fi

if [ -n "$version" ] && [ -n "$from" ]; then
  code=0
  program=$(INSTALL_MAYFLY_FROM=$from INSTALL_MAYFLY_CACHE=${INSTALL_MAYFLY_CACHE:-${RUNNER_TOOL_CACHE:+$RUNNER_TOOL_CACHE/mayfly}} \
    sh "$here/cli/packaging/install.sh" "$version" "$folder") || code=$?
  # Only "no such release" may end in a build: what is there and is not right has to be looked at.
  [ "$code" -eq 0 ] || [ "$code" -eq 3 ] || exit "$code"
  if [ "$code" -eq 0 ]; then
    made=$("$program" --version)
    case $commit,$made in
      ,* | *"($(echo "$commit" | cut -c 1-12)"*) echo "$program" && exit ;;
    esac
    echo "install: the release $version is of another commit" >&2
  fi
fi

if [ -z "$commit" ] && [ -n "$version" ] && [ "${pin#v}" != "$version" ]; then
  source=$(fetch_source "refs/tags/v$version")
fi
echo "install: building from source, which takes minutes: ${asked:-this checkout}" >&2
echo "$source/mayfly"
