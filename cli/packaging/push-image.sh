#!/bin/sh
# Builds the image of tag $1 for both kinds of machine from target/release, pushes it to the registry
# of repository $2 (owner/name), runs it once, and appends its name and digest to file $3.
# TOKEN may push packages there.
set -eu
cd "$(dirname "$0")/../.."
version=${1#v}
# Names of images are small letters.
name=ghcr.io/$(printf '%s' "$2" | tr '[:upper:]' '[:lower:]')
output=$3

printf '%s' "$TOKEN" | docker login ghcr.io --username "${2%%/*}" --password-stdin
# The standard builder makes images of one kind only.
docker buildx create --use --driver docker-container
docker buildx build --file cli/packaging/Dockerfile --platform linux/amd64,linux/arm64 \
  --build-arg "VERSION=$version" --tag "$name:$version" \
  --label "org.opencontainers.image.version=$version" \
  --label "org.opencontainers.image.source=https://github.com/$2" \
  --metadata-file target/release/image.json --push .
digest=$(sed -n 's/.*"containerimage.digest": *"\(sha256:[0-9a-f]*\)".*/\1/p' target/release/image.json)
said=$(docker run --rm "$name@$digest" --version)
case $said in
  "mayfly $version "*) ;;
  *)
    echo "push-image: the image said: $said" >&2
    exit 1
    ;;
esac
printf 'name=%s\ndigest=%s\n' "$name" "$digest" >>"$output"
