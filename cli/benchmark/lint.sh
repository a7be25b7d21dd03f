#!/bin/sh
# Time and memory of `mayfly lint` in a fresh process, for 4,000 and 100,000 generated documents.
# Usage: cli/benchmark/lint.sh [COMMAND...]   (default: ./mayfly)
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
[ $# -gt 0 ] || set -- "$here/mayfly"
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

for documents in 4000 100000; do
  generate "$documents" "$work/$documents"
  for round in 1 2 3; do
    /usr/bin/time -f "%e %M" -o "$work/time" "$@" lint "$work/$documents" -o json="$work/out.json" --fail-on never
    printf '%s documents, round %s: ' "$documents" "$round"
    awk '{printf "%.2f s, %d MiB\n", $1, $2 / 1024}' "$work/time"
  done
done
