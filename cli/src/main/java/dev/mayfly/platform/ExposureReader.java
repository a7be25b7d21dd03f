package dev.mayfly.platform;

import dev.mayfly.platform.Exposure.Access;
import dev.mayfly.platform.Exposure.Own;
import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.Fields;

/** Reads {@code spec.exposure}. */
final class ExposureReader {
  private enum AccessKind {
    CLOUDFLARE,
    NONE
  }

  private ExposureReader() {}

  static Exposure read(Fields spec) {
    try (Fields exposure = spec.requiredMap("exposure")) {
      String domain = exposure.text("domain", Syntaxes.DOMAIN);
      Fields written = exposure.requiredMap("gateway");
      GatewayRef gateway;
      String proxyNamespace;
      try (Fields fields = written) {
        gateway = gateway(fields);
        proxyNamespace = fields.text("proxyNamespace", Syntaxes.DNS_LABEL, gateway.namespace());
      }
      return new Exposure(
          domain,
          gateway,
          proxyNamespace,
          access(exposure),
          exposure.map("own").map(ExposureReader::own));
    }
  }

  /** The three names of a listener, without closing the map they stand in. */
  static GatewayRef gateway(Fields fields) {
    return new GatewayRef(
        fields.text("name", Syntaxes.OBJECT_NAME),
        fields.text("namespace", Syntaxes.DNS_LABEL),
        fields.text("listener", Syntaxes.DNS_LABEL));
  }

  private static Access access(Fields exposure) {
    try (Fields access = exposure.requiredMap("access")) {
      return switch (access.requiredChoice("kind", Choice.of(AccessKind.values()))) {
        case NONE -> new Exposure.Open();
        case CLOUDFLARE ->
            new Exposure.Cloudflare(
                access.text("team", Syntaxes.DNS_LABEL),
                access.text("audience", Syntaxes.AUDIENCE),
                access.flag("verifyAtGateway", false));
      };
    }
  }

  private static Own own(Fields written) {
    try (Fields own = written) {
      return new Own(
          own.requiredChoice("kind", Choice.of(Own.Kind.values())),
          own.text("className", Syntaxes.OBJECT_NAME, "envoy"),
          own.text("issuer", Syntaxes.OBJECT_NAME),
          own.text("issuerKind", Syntaxes.KIND, "ClusterIssuer"));
    }
  }
}
