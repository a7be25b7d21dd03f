#!/bin/sh
# Time and memory of `mayfly lint` in a fresh process: for 4,000 and 100,000 generated documents, and for
# 1,000 rendered previews, each in a namespace of its own (20,000 documents) or all in one (17,000).
# Usage: cli/benchmark/lint.sh [COMMAND...]   (default: ./mayfly)
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
[ $# -gt 0 ] || set -- "$here/mayfly"
mayfly=$*
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Six documents and a kustomization in a folder: what an overlay holds, with small differences.
generate() {
  awk -v documents="$1" -v folder="$2" '
    BEGIN {
      for (i = 0; i < documents / 6; i++) {
        d = folder "/app-" (i % 97) "/pr-" i
        print d
      }
    }' | xargs mkdir -p
  awk -v documents="$1" -v folder="$2" '
    BEGIN {
      for (i = 0; i < documents / 6; i++) {
        n = "pr-" i "-shop"
        f = folder "/app-" (i % 97) "/pr-" i "/all.yaml"
        print "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: " n "\n  labels: {pod-security.kubernetes.io/enforce: restricted}\n  annotations: {argocd.argoproj.io/sync-wave: \"-10\"}\n---" > f
        print "apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: preview, namespace: " n "}\nspec: {hard: {requests.memory: 3Gi}}\n---" > f
        print "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: config, namespace: " n "}\ndata:\n  HOST: " i ".pr.example.dev\n  MODE: preview\n---" > f
        print "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: shop\n  namespace: " n "\nspec:\n  replicas: 1\n  selector:\n    matchLabels: {app: shop}\n  template:\n    metadata:\n      labels: {app: shop}\n    spec:\n      containers:\n      - name: shop\n        image: ghcr.io/acme/shop:1." i "\n        resources:\n          requests: {cpu: 50m, memory: 128Mi}\n        env:\n        - {name: PORT, value: \"8080\"}\n---" > f
        print "apiVersion: v1\nkind: Service\nmetadata: {name: shop, namespace: " n "}\nspec:\n  selector: {app: shop}\n  ports:\n  - {port: 80, targetPort: 8080}\n---" > f
        print "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: shop, namespace: " n "}\nspec:\n  parentRefs:\n  - {name: edge, namespace: gateway-system, sectionName: previews}\n  hostnames: [\"" i ".pr.example.dev\"]\n  rules:\n  - backendRefs:\n    - {group: \"\", kind: Service, name: shop, port: 80, weight: 1}" > f
        close(f)
        k = folder "/app-" (i % 97) "/pr-" i "/kustomization.yaml"
        print "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [all.yaml]" > k
        close(k)
      }
    }'
}

# previews EXAMPLE APP REPOSITORY: a thousand of them, rendered.
previews() {
  awk -v app="$2" -v repository="$3" 'BEGIN {
    digest = "sha256:"
    for (i = 0; i < 32; i++) digest = digest "4e"
    for (n = 1; n <= 1000; n++)
      printf "%s{\"app\":\"%s\",\"number\":%d,\"headSha\":\"%040x\",\"repository\":\"%s\",\"images\":{\"app\":\"%s\"}}", n == 1 ? "[" : ",\n", app, n, 11259375 + n, repository, digest
    print "]"
  }' >"$work/pulls.json"
  $mayfly render preview -C "$here/examples/$1" --all-prs "$work/pulls.json" --out "$work/$1" >/dev/null
}

generate 4000 "$work/4000"
generate 100000 "$work/100000"
mkdir "$work/primitives" "$work/monolith-overlay"
previews primitives orders acme/primitives
previews monolith-overlay monolith jomcgi/homelab
for folder in 4000 primitives monolith-overlay 100000; do
  for round in 1 2 3; do
    /usr/bin/time -f "%e %U %S %M" -o "$work/time" "$@" lint "$work/$folder" -o json="$work/out.json" --fail-on never
    printf '%s, round %s: ' "$folder" "$round"
    awk '{printf "%.2f s, %.2f processor s, %d MiB\n", $1, $2 + $3, $4 / 1024}' "$work/time"
  done
done
