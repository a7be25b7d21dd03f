package dev.mayfly.kind;

import dev.mayfly.kind.FieldType.Struct;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Every kind whose fields are known, read from its product's table when first asked for. */
public final class Kinds {
  private static final Map<String, String> PRODUCTS =
      Map.ofEntries(
          Map.entry("argoproj.io", "argo-cd"),
          Map.entry("cert-manager.io", "cert-manager"),
          Map.entry("postgresql.cnpg.io", "cloudnative-pg"),
          Map.entry("gateway.envoyproxy.io", "envoy-gateway"),
          Map.entry("external-secrets.io", "external-secrets"),
          Map.entry("generators.external-secrets.io", "external-secrets"),
          Map.entry("snapshot.storage.k8s.io", "external-snapshotter"),
          Map.entry("gateway.networking.k8s.io", "gateway-api"));
  private static final Map<String, KindTable> TABLES = new ConcurrentHashMap<>();

  private Kinds() {}

  /** The fields of a kind; empty when no table has it, which says nothing about the kind. */
  public static Optional<Struct> find(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    String product = PRODUCTS.getOrDefault(group, "kubernetes");
    return TABLES.computeIfAbsent(product, KindTable::load).kind(apiVersion, kind);
  }
}
