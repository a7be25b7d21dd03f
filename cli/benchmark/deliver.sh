#!/bin/sh
# Times `mayfly open` into a GitOps repository of 50,000 files against the two recipes people write
# with the Git command line, and writes the section "Delivery" of docs/benchmarks.md.
# Usage: cli/benchmark/deliver.sh [ROUNDS]      (default: 9; the slow recipe runs every third)
set -eu
cd "$(dirname "$0")/../.."
rounds=${1:-9}
./mayfly --version >&2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
GIT_AUTHOR_NAME=mara GIT_AUTHOR_EMAIL=mara@example.dev
GIT_COMMITTER_NAME=mara GIT_COMMITTER_EMAIL=mara@example.dev
export GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM
export GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL
remote=file://$work/gitops.git

# 100 teams with 100 services of 5 files, beside the platform.
git init -q --bare --initial-branch=main "$work/gitops.git"
git -C "$work/gitops.git" config uploadpack.allowFilter true
sed -e 's/change: pull-request/change: push/' -e 's/limit: 5/limit: 1000/' -e '/^  capacity:/d' \
  examples/primitives/mayfly.yaml >"$work/mayfly.yaml"
{
  printf 'commit refs/heads/main\ncommitter T <t@x> 1767225600 +0000\ndata 1\nx\n'
  printf 'M 100644 inline mayfly.yaml\ndata %s\n' "$(wc -c <"$work/mayfly.yaml")"
  cat "$work/mayfly.yaml"
  awk 'BEGIN {
    for (t = 0; t < 100; t++) for (s = 0; s < 100; s++) for (f = 0; f < 5; f++) {
      text = "team: " t "\nservice: " s "\nfile: " f "\n"
      printf "M 100644 inline teams/%d/service-%d/file-%d.yaml\ndata %d\n%s\n", t, s, f, length(text), text
    }
  }'
  echo done
} | git -C "$work/gitops.git" fast-import --quiet --done
git -C "$work/gitops.git" repack -adq

# The app's repository: the bundle is proven at the head commit.
git init -q --initial-branch=main "$work/app"
cp -R examples/primitives/source/. "$work/app"
git -C "$work/app" add -A
git -C "$work/app" commit -q -m "Add the orders service"
git -C "$work/app" config uploadpack.allowFilter true
sha=$(git -C "$work/app" rev-parse HEAD)

now() {
  date +%s%N
}

# timed NAME COMMAND...: appends the milliseconds to the file of that name.
timed() {
  name=$1
  shift
  start=$(now)
  "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
  echo $((($(now) - start) / 1000000)) >>"$work/$name.ms"
}

deliver() {
  ./mayfly open --offline --app orders --pr "$1" --sha $sha \
    --gitops-url "$remote" --app-url "file://$work/app"
}

# recipe NUMBER CLONE-OPTIONS...: clone, write the same files, commit, push.
recipe() {
  number=$1
  shift
  git clone -q "$@" "$remote" "$work/clone"
  mkdir -p "$work/clone/previews/orders/pr-$number"
  cp "$work/overlay/"* "$work/clone/previews/orders/pr-$number/"
  git -C "$work/clone" add --sparse previews
  git -C "$work/clone" commit -q -m "Open preview $number"
  git -C "$work/clone" push -q origin main
}

./mayfly render preview -C examples/primitives --app orders --pr 1 --sha $sha --source source --out "$work/rendered" >/dev/null
mkdir "$work/overlay"
find "$work/rendered" -path '*/pr-1/*' -type f -exec cp {} "$work/overlay/" \;
number=1
deliver $number >/dev/null # warms the page cache for all three
round=0
while [ "$round" -lt "$rounds" ]; do
  number=$((number + 1))
  timed mayfly deliver $number
  number=$((number + 1))
  timed sparse recipe $number --depth=1 --filter=blob:none --sparse
  rm -rf "$work/clone"
  if [ $((round % 3)) -eq 0 ]; then
    number=$((number + 1))
    timed full recipe $number --depth=1
    rm -rf "$work/clone"
  fi
  round=$((round + 1))
done

median() {
  sort -n "$work/$1.ms" | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'
}
mayfly=$(median mayfly) sparse=$(median sparse) full=$(median full)
awk -v m="$mayfly" -v s="$sparse" -v f="$full" -v rounds="$rounds" 'BEGIN {
  print "<!-- delivery -->"
  print "## Delivery"
  print ""
  print "One preview into a GitOps repository of 50,000 files (`file://`), cold process, median of " rounds
  print "interleaved rounds. Both recipes only copy files that lie ready; `mayfly open` renders and lints"
  print "them and proves the bundle at the head of the pull request. Written by `cli/benchmark/deliver.sh`."
  print ""
  print "| what | ms | Mayfly takes |"
  print "|---|---:|---:|"
  printf "| `mayfly open` | %d | |\n", m
  printf "| `git clone --depth 1 --filter=blob:none --sparse`, commit, push | %d | %.2f times |\n", s, m / s
  printf "| `git clone --depth 1`, commit, push | %d | %.2f times |\n", f, m / f
  print "<!-- /delivery -->"
}' | tee "$work/section"

# The other sections are other scripts' own.
touch docs/benchmarks.md
awk '/^<!-- delivery -->$/ { skip = 1 } !skip { print } /^<!-- \/delivery -->$/ { skip = 0 }' \
  docs/benchmarks.md >"$work/rest"
cat "$work/rest" "$work/section" >docs/benchmarks.md
