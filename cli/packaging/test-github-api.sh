#!/bin/sh
# Fetches GitHub's own description of its REST API, by which the tests judge what Mayfly asks GitHub. The package
# that carries it is pinned with its checksum; the path of the description is the last line of what this prints.
# A registry that does not answer in time is a word on standard error, never a failure: the test is skipped then.
set -eu
limit=${1:-180}

version=23.0.2
sum=a55f0cecbf46636dc0c9b36f4e6a369f28e6a669edebedac444fedaabd192d070f4b8967c3bbb979918d9b044d9010b70fb8195db171e401f32d455105718386
home="${XDG_CACHE_HOME:-$HOME/.cache}/mayfly/tools"
file="$home/github-$version.json"

if [ ! -s "$file" ]; then
  mkdir -p "$home"
  work=$(mktemp -d "$home/github.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  from="${npm_config_registry:-https://registry.npmjs.org}"
  curl --fail --silent --show-error --location --max-time "$limit" \
    --output "$work/package.tgz" "${from%/}/@octokit/openapi/-/openapi-$version.tgz" || {
    echo "GitHub's description missing: the npm registry did not give it within $limit seconds" >&2
    exit 1
  }
  got=$(openssl dgst -sha512 "$work/package.tgz" | sed 's/.*= *//')
  [ "$got" = "$sum" ] || {
    echo "GitHub's description missing: $version has another checksum than the pinned one" >&2
    exit 1
  }
  tar -xzf "$work/package.tgz" -C "$work" package/generated/api.github.com.json
  mv "$work/package/generated/api.github.com.json" "$file"
fi
echo "$file"
