#!/bin/sh
# Fetches the CustomResourceDefinitions of every foreign kind that Mayfly renders, once for each
# version of this script, and prints their folder, where the tests look for them by MAYFLY_CRDS.
# A commit id says what is fetched, so nothing else can come.
set -eu
tools=${XDG_CACHE_HOME:-$HOME/.cache}/mayfly/tools
made=$tools/crds-$(git hash-object "$0")
if [ -d "$made" ]; then
  echo "$made"
  exit
fi
mkdir -p "$tools"
work=$(mktemp -d "$tools/making.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir "$work/crds"

take() {
  repository=$1 commit=$2 folder=$3
  shift 3
  git init -q --bare "$work/${repository#*/}"
  cd "$work/${repository#*/}"
  git remote add origin "https://github.com/$repository"
  # Files are fetched when they are shown, none before.
  git config remote.origin.promisor true
  git config remote.origin.partialclonefilter blob:none
  git fetch -q --depth 1 origin "$commit"
  for name in "$@"; do git show "$commit:$folder/$name.yaml" >"$work/crds/${name##*/}.yaml"; done
}

# 1.30.0
take cloudnative-pg/cloudnative-pg 4b5e244a7d031f67e025c83c1555e7726ecbbfa1 config/crd/bases \
  postgresql.cnpg.io_clusters postgresql.cnpg.io_backups postgresql.cnpg.io_scheduledbackups \
  postgresql.cnpg.io_databases postgresql.cnpg.io_databaseroles
# 8.6.0
take kubernetes-csi/external-snapshotter 78e32cd84e0abec2621924a30e38c755f93e180a client/config/crd \
  snapshot.storage.k8s.io_volumesnapshots snapshot.storage.k8s.io_volumesnapshotclasses
# 1.6.1
take kubernetes-sigs/gateway-api 8bb74df00e56ec8f944d48c25e6c1c9c2f6848e3 config/crd/standard \
  gateway.networking.k8s.io_httproutes gateway.networking.k8s.io_gateways \
  gateway.networking.k8s.io_listenersets
# 1.21.1
take cert-manager/cert-manager 24e33194fb39488eff2bbf10c6dc640f407cad44 deploy/crds \
  cert-manager.io_certificates
# 2.9.0
take external-secrets/external-secrets 378bdb622ed9712ef4a58370f6a17af033b7d343 config/crds/bases \
  external-secrets.io_externalsecrets generators.external-secrets.io_passwords
# 3.5.1
take argoproj/argo-cd 109ca7ca71139e514114499d294a492e7910a965 manifests/crds \
  application-crd applicationset-crd appproject-crd
# 1.9.0
take envoyproxy/gateway 39763b1c07ec30a5526fe70434a2cfe4181de642 \
  charts/gateway-helm/charts/crds/crds/generated gateway.envoyproxy.io_securitypolicies

mv "$work/crds" "$made" 2>/dev/null || [ -d "$made" ]
echo "$made"
