#!/bin/sh
# Walks previews through their life in two bare repositories of their own: opened, updated, rendered
# anew after a change of the platform, closed. No network, no token, no cluster.
#
#   examples/walk.sh            in a folder that is removed afterwards
#   examples/walk.sh FOLDER     in FOLDER, which stays
#
# MAYFLY names the program; ./mayfly of this checkout when it is not set.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
mayfly=${MAYFLY:-$here/mayfly}
if [ $# -gt 0 ]; then
  mkdir -p "$1"
  work=$(cd "$1" && pwd)
else
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi
GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
GIT_AUTHOR_NAME=mara GIT_AUTHOR_EMAIL=mara@example.dev
GIT_COMMITTER_NAME=mara GIT_COMMITTER_EMAIL=mara@example.dev
export GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM
export GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL

say() {
  printf '\n== %s\n' "$*"
}

# commit FOLDER MESSAGE: everything in a clone, to the branch it is on.
commit() {
  git -C "$1" add -A
  git -C "$1" commit -q -m "$2"
  git -C "$1" push -q origin HEAD
}

# event ACTION NUMBER BRANCH: what a CI would leave for it, about the commit the branch has now.
event() {
  state=open
  [ "$1" != closed ] || state=closed
  sed -e "s/\"action\": \"opened\"/\"action\": \"$1\"/" \
    -e "s/\"number\": 128/\"number\": $2/" \
    -e "s/\"state\": \"open\"/\"state\": \"$state\"/" \
    -e "s/\"sha\": \"[0-9a-f]*\"/\"sha\": \"$(git -C "$work/primitives" rev-parse "$3")\"/" \
    "$here/examples/primitives/pull-request.json" >"$work/event.json"
}

# run COMMAND...: the program, told where the two repositories are.
run() {
  printf '$ mayfly %s\n' "$*"
  command=$1
  shift
  "$mayfly" "$command" "$@" --offline \
    --gitops-url "file://$work/gitops.git" --app-url "file://$work/primitives.git"
}

say "Two bare repositories: the GitOps repository with the platform, and the app's"
for name in gitops primitives; do
  git init -q --bare --initial-branch=main "$work/$name.git"
  git -C "$work/$name.git" config uploadpack.allowFilter true
  git clone -q "file://$work/$name.git" "$work/$name" 2>/dev/null
  git -C "$work/$name" checkout -q -B main
done
# Changes are pushed: without a forge nobody could merge a pull request.
sed 's/change: pull-request/change: push/' "$here/examples/primitives/mayfly.yaml" >"$work/gitops/mayfly.yaml"
commit "$work/gitops" "Describe the platform"
cp -R "$here/examples/primitives/source/." "$work/primitives"
commit "$work/primitives" "Add the orders service"

say "Pull request 128 is opened"
git -C "$work/primitives" checkout -q -b feature/stock-levels
echo "# stock levels" >>"$work/primitives/primitives/service/orders/deploy/kustomization.yaml"
commit "$work/primitives" "Show stock levels"
event opened 128 feature/stock-levels
run open --event "$work/event.json"

say "The same event again changes nothing"
run open --event "$work/event.json"

say "A push with a new image"
digest=sha256:$(printf 'b%.0s' $(seq 64))
"$mayfly" pin --image "ghcr.io/acme/orders@$digest" \
  "$work/primitives/primitives/service/orders/deploy/image.ref.yaml"
commit "$work/primitives" "Build a new image"
event synchronize 128 feature/stock-levels
run open --event "$work/event.json"

say "Pull request 129 is opened"
git -C "$work/primitives" checkout -q -b feature/baskets main
echo "# baskets" >>"$work/primitives/primitives/service/orders/deploy/kustomization.yaml"
commit "$work/primitives" "Keep baskets"
event opened 129 feature/baskets
run open --event "$work/event.json"

say "Admins allow more pods; sync renders both previews anew in one commit"
git -C "$work/gitops" pull -q --rebase origin main
sed 's/pods: "20"/pods: "30"/' "$work/gitops/mayfly.yaml" >"$work/mayfly.yaml"
mv "$work/mayfly.yaml" "$work/gitops/mayfly.yaml"
commit "$work/gitops" "Allow more pods"
run_sync() {
  printf '$ %s\n' "mayfly sync${1:+ $1}"
  "$mayfly" sync "$@" --offline --gitops-url "file://$work/gitops.git"
}
run_sync
run_sync --apply

say "Pull request 128 is closed"
event closed 128 feature/stock-levels
run close --event "$work/event.json"

say "What is there now"
"$mayfly" status --gitops-url "file://$work/gitops.git"

say "And how it came about"
git -C "$work/gitops.git" log -p --stat --reverse --format='%n%h %an: %s%n%n%b' main
