#!/bin/sh
# Builds the documentation as a site, to target/site: every page in the navigation, every link and anchor
# inside it leads somewhere, or it fails. MAYFLY_HOME is the address of the repository.
# The generator is installed once, by hash, to a cache folder.
set -eu
cd "$(dirname "$0")/../.."

site=cli/packaging/site
python="${PYTHON:-python3}"
if ! "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then
  echo "the site needs python3 (3.10 or newer) with venv" >&2
  exit 2
fi
pins=$(cksum <"$site/requirements.txt" | cut -d ' ' -f 1)
venv="${XDG_CACHE_HOME:-$HOME/.cache}/mayfly/tools/site-$pins"
if [ ! -x "$venv/bin/mkdocs" ]; then
  rm -rf "$venv"
  "$python" -m venv "$venv"
  if ! "$venv/bin/pip" install -q --disable-pip-version-check --require-hashes -r "$site/requirements.txt"; then
    rm -rf "$venv"
    exit 2
  fi
fi
NO_MKDOCS_2_WARNING=true exec "$venv/bin/mkdocs" build --strict --clean -f "$site/mkdocs.yml"
