# Sourced. True when the image of the checkout $1 is newer than everything it is made of.
# Folders count too: their time changes when a file is taken away.

image_is_fresh() {
  [ -f "$1/target/image/built" ] && [ -z "$(
    find "$1/pom.xml" "$1/LICENSE" "$1/NOTICE" "$1/cli/src/main" "$1/cli/packaging" "$1/templates" "$1/schemas" \
      -newer "$1/target/image/built" 2>/dev/null
  )" ]
}
