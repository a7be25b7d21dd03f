#!/bin/sh
# Time and memory of `mayfly lint` in a fresh process, for 4,000 and 100,000 generated documents.
# Usage: cli/benchmark/lint.sh [COMMAND...]   (default: ./mayfly)
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
[ $# -gt 0 ] || set -- "$here/mayfly"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Four documents a file: what an overlay of a preview holds, with small differences.
generate() {
  awk -v documents="$1" -v folder="$2" '
    BEGIN {
      for (i = 0; i < documents / 4; i++) {
        d = folder "/app-" (i % 97) "/pr-" i
        print d
      }
    }' | xargs mkdir -p
  awk -v documents="$1" -v folder="$2" '
    BEGIN {
      for (i = 0; i < documents / 4; i++) {
        n = "pr-" i "-shop"
        f = folder "/app-" (i % 97) "/pr-" i "/all.yaml"
        print "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: config, namespace: " n "}\ndata:\n  HOST: " i ".pr.example.dev\n  MODE: preview\n---" > f
        print "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: shop\n  namespace: " n "\nspec:\n  replicas: 1\n  selector:\n    matchLabels: {app: shop}\n  template:\n    metadata:\n      labels: {app: shop}\n    spec:\n      containers:\n      - name: shop\n        image: ghcr.io/acme/shop:1." i "\n        resources:\n          requests: {cpu: 50m, memory: 128Mi}\n        env:\n        - {name: PORT, value: \"8080\"}\n---" > f
        print "apiVersion: v1\nkind: Service\nmetadata: {name: shop, namespace: " n "}\nspec:\n  selector: {app: shop}\n  ports:\n  - {port: 80, targetPort: 8080}\n---" > f
        print "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: shop, namespace: " n "}\nspec:\n  parentRefs:\n  - {name: edge, namespace: gateway-system, sectionName: previews}\n  hostnames: [\"" i ".pr.example.dev\"]\n  rules:\n  - backendRefs:\n    - {group: \"\", kind: Service, name: shop, port: 80, weight: 1}" > f
        close(f)
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
