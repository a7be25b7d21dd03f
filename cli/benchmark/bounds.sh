#!/bin/sh
# Holds what one file or one repository can make a run cost against a bound: processor seconds, since
# they tell a slow program from a busy machine, MiB, and the exit code. Ends with 1 where one is
# passed, and writes the section "Bounds" of docs/benchmarks.md.
# Usage: cli/benchmark/bounds.sh
set -eu
cd "$(dirname "$0")/../.."
here=$PWD
./mayfly --version >&2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

config='apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n'
set_of() {
  printf 'apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: s}\nspec:\n  goTemplate: true\n'
  printf '  generators: [%s]\n  template: {metadata: {name: "{{ .a }}-{{ .b }}"}, spec: {destination: {server: s}}}\n' "$1"
}
# many COUNT FORMAT: the format with each number from 1.
many() {
  awk -v n="$1" -v f="$2" 'BEGIN { for (i = 1; i <= n; i++) printf f, i }'
}

for n in 10000 40000 300000; do
  mkdir -p "ignore-$n"
  { printf "$config" && many $n '# mayfly: ignore X y%.0s\n'; } >"ignore-$n/a.yaml"
done
mkdir line wide crds
printf 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [%s]\n' \
  "$(many 20000 'm%d.yaml, ')" >line/kustomization.yaml
{ printf "$config"'data:\n' && many 100000 '  k%d: 1\n'; } >wide/a.yaml
printf '[%s{}]' "$(many 20000 '{"number":"x%d"},')" >wrong.json
set_of '{pullRequest: {github: {owner: a, repo: b}}}' >pulls.yaml
list="{list: {elements: [$(many 1000 '{KEY: v%d},')]}}"
first=$(printf %s "$list" | sed 's/KEY/a/g') second=$(printf %s "$list" | sed 's/KEY/b/g')
set_of "{matrix: {generators: [$first, $second]}}" >matrix.yaml
awk 'BEGIN {
  for (c = 0; c < 300; c++) {
    f = "crds/" c ".yaml"
    print "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: things" c ".example.dev}\nspec:" >f
    print "  group: example.dev\n  versions:\n  - name: v1\n    schema:\n      openAPIV3Schema:\n        properties:" >f
    for (i = 0; i < 1000; i++)
      print "          field" i ":\n            type: string\n            description: How field " i " of thing " c " is meant, what it does when it is there and what happens when it is not." >f
    close(f)
  }
}'
awk 'BEGIN {
  for (i = 0; i < 100000; i++) {
    if (i % 1000 == 0) system("mkdir -p files/" i / 1000)
    f = "files/" int(i / 1000) "/" i ".yaml"
    print "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c" i ", namespace: n" i % 1000 "}\ndata: {a: b" i "}" >f
    close(f)
  }
}'
mkdir documents
awk 'BEGIN {
  for (i = 0; i < 100000; i++) {
    f = "documents/" int(i / 100) ".yaml"
    print "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: shop-" i ", namespace: n" i % 1000 "}\nspec:\n  selector: {matchLabels: {app: shop}}\n  template:\n    metadata: {labels: {app: shop}}\n    spec:\n      containers:\n      - {name: shop, image: \"ghcr.io/acme/shop:1." i "\"}" >f
    if (i % 100 == 99) close(f)
  }
}'

failed=0
# bound WHAT SECONDS MIB CODE COMMAND...
bound() {
  what=$1 seconds=$2 mib=$3 code=$4
  shift 4
  got=0
  /usr/bin/time -q -f '%U %S %M' -o time "$here/mayfly" "$@" >out 2>err || got=$?
  awk -v what="$what" -v s="$seconds" -v m="$mib" -v c="$code" -v got="$got" '{
    used = $1 + $2; peak = $3 / 1024
    fine = used <= s && peak <= m && got == c
    printf "| %s | %.1f | %s | %d | %s | %d |%s\n", what, used, s, peak, m, got, fine ? "" : " **passed** |"
    exit !fine
  }' time >>table || failed=1
  tail -1 table >&2
}
bound 'lint, 10,000 comments that silence nothing' 4 300 0 lint ignore-10000
bound 'lint, 40,000 of them' 5 350 0 lint ignore-40000
bound 'lint, 300,000 of them' 12 700 0 lint ignore-300000
bound 'lint, 20,000 missing files on one line' 6 350 1 lint line
bound 'lint, 100,000 findings of one rule in one file' 12 700 1 lint wide
bound 'simulate, 20,000 wrong entries on one line' 5 350 2 simulate pulls.yaml --prs wrong.json
bound 'simulate, a matrix of 1000 by 1000' 8 500 1 simulate matrix.yaml
bound 'lint, 46 MB of definitions' 12 500 0 lint crds --fail-on never
bound 'lint, 100,000 documents' 30 1200 0 lint documents --fail-on never
bound 'lint, 100,000 files' 20 1200 0 lint files --fail-on never
MAYFLY_MEMORY=128m
export MAYFLY_MEMORY
bound 'lint, 100,000 documents within 128 MiB' 60 400 3 lint documents --fail-on never
if grep -q '	at ' err || ! grep -q '^error\[memory\]' err; then
  cat err >&2
  failed=1
fi

cd "$here"
{
  echo '<!-- bounds -->'
  echo '## Bounds'
  echo
  echo 'What a file or a repository can make a run cost, in a process of its own. The bounds are several times'
  echo 'what a quiet machine takes; they tell what grows with the square of its input. Written by'
  echo '`cli/benchmark/bounds.sh`, which fails where one is passed.'
  echo
  echo '| what | processor s | bound | peak MiB | bound | exit code |'
  echo '|---|---:|---:|---:|---:|---:|'
  cat "$work/table"
  echo '<!-- /bounds -->'
} >"$work/section"
awk '/^<!-- bounds -->$/ { skip = 1 } !skip { print } /^<!-- \/bounds -->$/ { skip = 0 }' \
  docs/benchmarks.md >"$work/rest"
cat "$work/rest" "$work/section" >docs/benchmarks.md
exit $failed
