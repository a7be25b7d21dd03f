#!/bin/sh
# Prints the command lines that train a cache, for Rehearsal: rehearsal.sh hot|deliver|full FOLDER.
# Those that deliver need Git repositories and are left out where no git can make them.
set -eu
cd "$(dirname "$0")/../.."
list=cli/packaging/train-$1.txt
folder=$PWD/$2
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE

repository() {
  git -C "$1" init -q --initial-branch=main
  git -C "$1" config uploadpack.allowFilter true
  git -C "$1" add -A
  git -C "$1" -c user.name=mayfly -c user.email=mayfly@example.dev -c commit.gpgSign=false commit -q -m Rehearsal
}

if ! grep -q @SHA@ "$list" || ! command -v git >/dev/null 2>&1; then
  grep -v @SHA@ "$list"
  exit
fi
mkdir "$folder/app" "$folder/work"
cp -R examples/primitives/source/. "$folder/app"
# Whoever opens it pushes, which the example leaves to a pull request.
sed 's/change: pull-request/change: push/' examples/primitives/mayfly.yaml >"$folder/work/mayfly.yaml"
repository "$folder/app"
repository "$folder/work"
git clone -q --bare "$folder/work" "$folder/gitops.git"
git -C "$folder/gitops.git" config uploadpack.allowFilter true
sed -e "s|@SHA@|$(git -C "$folder/app" rev-parse HEAD)|g" -e "s|@REPOSITORIES@|file://$folder|g" "$list"
