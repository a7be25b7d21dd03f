#!/bin/sh
# Fetches GitHub's own descriptions of its REST and GraphQL APIs, by which the tests judge what Mayfly asks GitHub. The
# packages that carry them are pinned with their checksums and change together. The path of the first is the last line
# of what this prints; the other lies beside it, as .graphql.
# A registry that does not answer in time is a word on standard error, never a failure: the test is skipped then.
set -eu
limit=${1:-180}

version=23.0.2
sum=a55f0cecbf46636dc0c9b36f4e6a369f28e6a669edebedac444fedaabd192d070f4b8967c3bbb979918d9b044d9010b70fb8195db171e401f32d455105718386
schema=15.26.1
schema_sum=4450c2d8ca5105de00c5246f51e04855e054ee88cdfd2c437c02d477b89560e49e10ade065aa91d8c18ecac8f8661db18f6458e5f400513f8eaaaee1593ada30
home="${XDG_CACHE_HOME:-$HOME/.cache}/mayfly/tools"
file="$home/github-$version.json"

# fetch PACKAGE VERSION SHA512 PATH-IN-IT TARGET
fetch() {
  [ ! -s "$5" ] || return 0
  curl --fail --silent --show-error --location --max-time "$limit" \
    --output "$work/package.tgz" "${npm_config_registry:-https://registry.npmjs.org}/@octokit/$1/-/$1-$2.tgz" || {
    echo "GitHub's description missing: the npm registry did not give $1 within $limit seconds" >&2
    exit 1
  }
  got=$(openssl dgst -sha512 "$work/package.tgz" | sed 's/.*= *//')
  [ "$got" = "$3" ] || {
    echo "GitHub's description missing: $1 $2 has another checksum than the pinned one" >&2
    exit 1
  }
  tar -xzf "$work/package.tgz" -C "$work" "package/$4"
  mv "$work/package/$4" "$5"
}

mkdir -p "$home"
work=$(mktemp -d "$home/github.XXXXXX")
trap 'rm -rf "$work"' EXIT
fetch graphql-schema "$schema" "$schema_sum" schema.graphql "${file%.json}.graphql"
fetch openapi "$version" "$sum" generated/api.github.com.json "$file"
echo "$file"
