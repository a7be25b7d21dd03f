package dev.mayfly.platform;

import dev.mayfly.platform.Exposure.ByGateway;
import dev.mayfly.platform.Exposure.Entrance;
import dev.mayfly.platform.Exposure.Own;
import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.Fields;
import java.util.Optional;

/** Reads {@code spec.exposure}. */
final class ExposureReader {
  private ExposureReader() {}

  static Exposure read(Fields spec) {
    try (Fields exposure = spec.mapOrEmpty("exposure")) {
      Optional<? extends Entrance> entrance = entrance(exposure);
      Optional<String> domain =
          entrance.isPresent() || exposure.raw("wildcards") != null
              ? Optional.of(exposure.text("domain", Syntaxes.DOMAIN))
              : exposure.optionalText("domain", Syntaxes.DOMAIN);
      return new Exposure(
          domain,
          exposure.texts("wildcards", Syntaxes.DOMAIN),
          entrance,
          domain.isPresent() || exposure.raw("access") != null
              ? AccessReader.read(exposure)
              : new Exposure.Open());
    }
  }

  private static Optional<? extends Entrance> entrance(Fields exposure) {
    Optional<ByGateway> gateway = exposure.map("gateway").map(it -> gateway(it, exposure));
    Optional<Exposure.ByIngress> ingress = exposure.map("ingress").map(IngressReader::read);
    if (gateway.isPresent() && ingress.isPresent()) {
      exposure
          .problems()
          .error(
              "not-allowed",
              exposure.location("ingress"),
              "previews are reached by `gateway` or by `ingress`",
              "write one of them, or none where the bundles bring their routes");
    }
    if (gateway.isEmpty() && exposure.raw("own") != null) {
      exposure
          .problems()
          .error("not-allowed", exposure.location("own"), "`own` belongs beside `gateway`");
    }
    return gateway.isPresent() ? gateway : ingress;
  }

  private static ByGateway gateway(Fields written, Fields exposure) {
    try (Fields fields = written) {
      GatewayRef gateway = gateway(fields);
      return new ByGateway(
          gateway,
          fields.text("proxyNamespace", Syntaxes.DNS_LABEL, gateway.namespace()),
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
