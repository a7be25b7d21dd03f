#!/bin/sh
# Times `sync` and `status` on a GitOps repository of 1,000 previews (20,000 files) over file://, each run a fresh
# process: as it is, and with 200 previews' branches beside. Prints seconds, processor seconds and MiB.
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

# row NAME REPOSITORY COMMAND...: the rounds of one command, the fastest first.
row() {
  name=$1 repository=$2
  shift 2
  : >"$work/times"
  for _ in $(seq "$rounds"); do
    /usr/bin/time -f '%e %U %S %M' -a -o "$work/times" "$here/mayfly" "$@" --offline \
      --gitops-url "file://$work/$repository.git" >"$work/out" 2>"$work/log" || { cat "$work/log" >&2; exit 1; }
  done
  grep -q 'orders#1000' "$work/out"
  sort -n "$work/times" | awk -v name="$name" '
    { seconds = seconds (NR > 1 ? ", " : "") $1; if (NR == 1) { processor = $2 + $3; memory = $4 / 1024 } }
    END { printf "| %s | %s | %.1f | %d |\n", name, seconds, processor, memory }'
}

echo "| 1,000 previews over file:// | seconds | processor seconds of the fastest | MiB |"
echo "|---|---|---|---|"
row "sync, dry" plain sync
row "sync, dry, 200 branches beside" branches sync
row "status" plain status
row "status, 200 branches beside" branches status
