# Sourced. `take_lock` lets one build at a time into target/; it ends with the process.

take_lock() {
  mkdir -p target
  if command -v flock >/dev/null; then
    exec 9>target/build.lock
    flock 9
    return
  fi
  until mkdir target/build.lock.d 2>/dev/null; do
    holder=$(cat target/build.lock.d/pid 2>/dev/null || true)
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
      rm -rf target/build.lock.d
    else
      sleep 1
    fi
  done
  echo $$ >target/build.lock.d/pid
  trap 'rm -rf target/build.lock.d' EXIT
  trap 'exit 130' HUP INT TERM
}
