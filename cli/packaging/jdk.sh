# Sourced. `find_jdk` exports the JAVA_HOME of a JDK 25, or says in one sentence what to install.
# It reads `release` files and starts no JVM, and it works where nothing at all is exported.

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/jlink" ] && grep -q '^JAVA_VERSION="25[".]' "$1/release" 2>/dev/null
}

# The home of the first javac of PATH, through all symbolic links.
jdk_of_path() {
  javac=$(command -v javac) || return 0
  while [ -L "$javac" ]; do
    link=$(readlink "$javac")
    case $link in
      /*) javac=$link ;;
      *) javac=${javac%/*}/$link ;;
    esac
  done
  printf '%s\n' "${javac%/bin/javac}"
}

find_jdk() {
  PATH=${PATH:-/usr/local/bin:/usr/bin:/bin}
  export PATH
  # The last two are how GitHub's runners name theirs.
  for jdk in "${JAVA_HOME:-}" "$(jdk_of_path)" "${JAVA_HOME_25_X64:-}" "${JAVA_HOME_25_arm64:-}" \
    /usr/lib/jvm/* \
    "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/* \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$jdk" ] && is_jdk_25 "$jdk"; then
      JAVA_HOME=$jdk
      export JAVA_HOME
      return 0
    fi
  done
  echo "mayfly: no JDK 25 was found; install one (for example Temurin 25 from https://adoptium.net) or set JAVA_HOME to it" >&2
  return 1
}

find_maven() {
  command -v mvn >/dev/null && return 0
  echo "mayfly: no Maven was found; install Maven 3.8 or newer so that \`mvn\` is on PATH" >&2
  return 1
}
