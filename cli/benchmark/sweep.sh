#!/bin/sh
# Times `sync`, `status`, `verify`, `lint` and `open` on a GitOps repository of 1,000 previews (20,000 files) over file://, each run
# a fresh process: as it is, and with 200 previews' branches beside. Prints seconds, processor seconds and MiB.
# Usage: cli/benchmark/sweep.sh [ROUNDS]      (default: 5)
set -eu
cd "$(dirname "$0")/../.."
here=$PWD
rounds=${1:-5}
./mayfly --version >&2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
GIT_AUTHOR_NAME=mara GIT_AUTHOR_EMAIL=mara@example.dev
GIT_COMMITTER_NAME=mara GIT_COMMITTER_EMAIL=mara@example.dev
export GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM
export GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL

mkdir "$work/tree"
sed -e 's/change: pull-request/change: push/' -e 's/limit: 5/limit: 5000/' -e '/^  capacity:/d' \
  examples/primitives/mayfly.yaml >"$work/tree/mayfly.yaml"
awk 'BEGIN {
  digest = "sha256:"
  for (i = 0; i < 32; i++) digest = digest "4e"
  for (n = 1; n <= 1000; n++)
    printf "%s{\"app\":\"orders\",\"number\":%d,\"headSha\":\"%040x\",\"repository\":\"acme/primitives\",\"images\":{\"app\":\"%s\"}}", n == 1 ? "[" : ",\n", n, 11259375 + n, digest
  print "]"
}' >"$work/pulls.json"
./mayfly render preview -C "$work/tree" --all-prs "$work/pulls.json" --out "$work/tree" >/dev/null
./mayfly render platform -C "$work/tree" --out . >/dev/null
git init -q --bare --initial-branch=main "$work/plain.git"
git -C "$work/plain.git" config uploadpack.allowFilter true
git init -q --initial-branch=main "$work/tree"
git -C "$work/tree" add -A
git -C "$work/tree" commit -q -m "Add previews"
git -C "$work/tree" push -q "file://$work/plain.git" main
cp -R "$work/plain.git" "$work/branches.git"
tree=$(git -C "$work/tree" rev-parse 'main^{tree}')
branches=
for n in $(seq 200); do
  branches="$branches $(git -C "$work/tree" commit-tree -p main -m "Open preview orders#$n" "$tree"):refs/heads/mayfly/orders/pr-$n"
done
# shellcheck disable=SC2086 # refspecs are words
git -C "$work/tree" push -q "file://$work/branches.git" $branches

# What one `open` has to read of its app, and a GitOps repository of ten previews to compare with.
git init -q --bare --initial-branch=main "$work/app.git"
git -C "$work/app.git" config uploadpack.allowFilter true
cp -R examples/primitives/source "$work/app"
git init -q --initial-branch=main "$work/app"
git -C "$work/app" add -A
git -C "$work/app" commit -q -m "Add the orders service"
git -C "$work/app" push -q "file://$work/app.git" main
sha=$(git -C "$work/app" rev-parse main)
cp -R "$work/tree" "$work/few"
(cd "$work/few/previews/orders" && for n in $(seq 11 1000); do rm -r "pr-$n"; done)
git -C "$work/few" commit -q -a -m "Remove previews"
git init -q --bare --initial-branch=main "$work/few.git"
git -C "$work/few.git" config uploadpack.allowFilter true
git -C "$work/few" push -q "file://$work/few.git" main

# row NAME WORD COMMAND...: the rounds of one command that says a word, the fastest first.
row() {
  name=$1 word=$2
  shift 2
  : >"$work/times"
  for _ in $(seq "$rounds"); do
    /usr/bin/time -f '%e %U %S %M' -a -o "$work/times" "$here/mayfly" "$@" >"$work/out" 2>&1 || { cat "$work/out" >&2; exit 1; }
  done
  grep -q "$word" "$work/out"
  sort -n "$work/times" | awk -v name="$name" '
    { seconds = seconds (NR > 1 ? ", " : "") $1; if (NR == 1) { processor = $2 + $3; memory = $4 / 1024 } }
    END { printf "| %s | %s | %.1f | %d |\n", name, seconds, processor, memory }'
}

# opened REPOSITORY: one `open` of a pull request that has no preview yet, which is not pushed.
opened() {
  set -- --gitops-url "file://$work/$1.git" --app-url "file://$work/app.git"
  row "open, dry, $previews previews" orders#2001 open --offline --dry-run --pr 2001 --sha "$sha" "$@"
}

echo "| 1,000 previews over file:// | seconds | processor seconds of the fastest | MiB |"
echo "|---|---|---|---|"
for beside in plain branches; do
  also=
  if [ "$beside" = branches ]; then also=", 200 branches beside"; fi
  row "sync, dry$also" orders#1000 sync --offline --gitops-url "file://$work/$beside.git"
  row "status$also" orders#1000 status --offline --gitops-url "file://$work/$beside.git"
done
row verify "no findings" verify -C "$work/tree" --policy-ref main
row lint "no findings" lint -C "$work/tree"
previews=1,000 && opened plain
previews=10 && opened few
