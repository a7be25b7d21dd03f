# Sourced. What Git says of the sources: nothing where they are no checkout, or it cannot be asked.
# A hook of another repository points Git at that one by these variables.

commit_of_checkout() (
  [ -e .git ] || return 0
  unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
  git -c log.showSignature=false log -1 --abbrev=12 "$@" 2>/dev/null || true
)

# The Maven options that build the project's address, the commit and its date into the program. Only who
# publishes says the address (MAYFLY_HOME): reports link to its pages at the tag of the version.
commit_flags() {
  case ${MAYFLY_HOME:-} in
    *[!A-Za-z0-9:/._~-]*) ;;
    https://?*/?*) echo "-Dmayfly.home=$MAYFLY_HOME" ;;
  esac
  commit=$(commit_of_checkout --format=%h)
  [ -n "$commit" ] || return 0
  if [ -n "$(unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE && git status --porcelain)" ]; then
    commit=$commit-dirty
  fi
  echo "-Dmayfly.commit=$commit -Dmayfly.date=$(TZ=UTC0 commit_of_checkout --format=%cd --date=format-local:%Y-%m-%d)"
}

# The time that all files of an image get, as `touch -t` takes it in UTC.
commit_time() {
  time=$(TZ=UTC0 commit_of_checkout --format=%cd --date=format-local:%Y%m%d%H%M.%S)
  echo "${time:-202601010000.00}"
}
