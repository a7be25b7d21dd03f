package dev.mayfly.kubernetes;

import dev.mayfly.kubernetes.FieldType.Struct;
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

  /** What every kind has, and the pods of most that make some. */
  private static final String ANY =
      """
      kind any any @3
      @0 *=* annotations={}s labels={}s
      @1 *=* metadata=@0
      @2 *=* template=@1
      @3 *=* metadata=@0 spec=@2
      """;

  private Kinds() {}

  /** The fields of a kind; empty when no table has it, which says nothing about the kind. */
  public static Optional<Struct> find(String apiVersion, String kind) {
    return known(apiVersion, kind).map(KnownKind::type);
  }

  /** Labels and annotations, which also those have that no table knows. */
  public static Struct any() {
    return TABLES
        .computeIfAbsent("any", it -> KindTable.parse(ANY))
        .kind("any", "any")
        .orElseThrow();
  }

  /** As {@link #find}, with what else is known of the kind. */
  public static Optional<KnownKind> known(String apiVersion, String kind) {
    String product = PRODUCTS.getOrDefault(GroupKind.groupOf(apiVersion), "kubernetes");
    KindTable table = TABLES.get(product);
    KindTable read = table == null ? TABLES.computeIfAbsent(product, KindTable::load) : table;
    return read.kind(apiVersion, kind)
        .map(type -> new KnownKind(type, product, read.release(), read.elsewhere()));
  }
}
