package dev.mayfly.platform;

import dev.mayfly.platform.NamespacePolicy.ApiServer;
import dev.mayfly.platform.NamespacePolicy.Limits;
import dev.mayfly.platform.NamespacePolicy.Strategy;
import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.Fields;
import java.util.Map;
import java.util.Optional;

/** Reads {@code spec.namespace}. */
final class NamespaceReader {
  private NamespaceReader() {}

  static NamespacePolicy read(Fields spec) {
    try (Fields namespace = spec.mapOrEmpty("namespace")) {
      Strategy strategy =
          namespace.choice("strategy", Choice.of(Strategy.values())).orElse(Strategy.MANIFEST);
      Optional<String> name =
          strategy == Strategy.SHARED
              ? Optional.of(namespace.text("name", Syntaxes.DNS_LABEL))
              : Optional.empty();
      return new NamespacePolicy(
          strategy,
          name,
          namespace.text("podSecurity", Syntaxes.POD_SECURITY, "restricted"),
          namespace.textMap("quota", Syntaxes.RESOURCE_NAME, Syntaxes.QUANTITY),
          limits(namespace),
          namespace.maps("egress").stream().map(Egress::read).toList(),
          namespace.maps("ingress").stream().map(Ingress::read).toList(),
          ClusterDns.read(namespace),
          apiServer(namespace));
    }
  }

  private static Limits limits(Fields namespace) {
    try (Fields limits = namespace.mapOrEmpty("limits")) {
      return new Limits(quantities(limits, "default"), quantities(limits, "defaultRequest"));
    }
  }

  private static Map<String, String> quantities(Fields limits, String key) {
    return limits.textMap(key, Syntaxes.RESOURCE_NAME, Syntaxes.QUANTITY);
  }

  private static ApiServer apiServer(Fields namespace) {
    try (Fields api = namespace.mapOrEmpty("apiServer")) {
      return new ApiServer(
          api.text("cidr", Syntaxes.CIDR, "0.0.0.0/0"), api.integer("port", 1, 65535).orElse(6443));
    }
  }
}
