package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What leads to the Services of previews. */
public sealed interface Entrance {
  /** Where its pods run, whose traffic is let in; empty where it sends from outside the cluster. */
  Optional<String> pods();

  /** Reads {@code gateway} with {@code own}, or {@code ingress}. */
  static Optional<? extends Entrance> read(Fields exposure) {
    Optional<ByGateway> gateway = exposure.map("gateway", it -> ByGateway.read(it, exposure));
    Optional<ByIngress> ingress = exposure.map("ingress", ByIngress::read);
    if (gateway.isPresent() && ingress.isPresent()) {
      exposure.error(
          "not-allowed",
          "ingress",
          "`ingress` is not allowed beside `gateway`",
          "write one of them, or none where the bundles bring their routes");
    }
    if (gateway.isEmpty() && exposure.raw("own") != null) {
      exposure.error("not-allowed", "own", "`own` is not allowed without `gateway`", "");
    }
    return gateway.isPresent() ? gateway : ingress;
  }

  /**
   * A listener of a Gateway.
   *
   * @param namespace where the Gateway's proxies run
   * @param own what to render of the Gateway itself, when it is not owned elsewhere
   */
  record ByGateway(GatewayRef gateway, String namespace, Optional<Own> own) implements Entrance {
    private static ByGateway read(Fields fields, Fields exposure) {
      GatewayRef gateway = GatewayRef.read(fields);
      return new ByGateway(
          gateway,
          fields.text("proxyNamespace", Syntaxes.DNS_LABEL, gateway.namespace()),
          exposure.map("own", Own::read));
    }

    @Override
    public Optional<String> pods() {
      return Optional.of(namespace);
    }
  }

  /** A Gateway or ListenerSet of our own with a wildcard certificate. */
  record Own(Kind kind, String className, String issuer, String issuerKind) {
    /** What carries the listener. */
    public enum Kind {
      GATEWAY,
      LISTENER_SET
    }

    private static Own read(Fields own) {
      return new Own(
          own.requiredChoice("kind", Kind.values()),
          own.text("className", Syntaxes.OBJECT_NAME, "envoy"),
          own.text("issuer", Syntaxes.OBJECT_NAME),
          own.text("issuerKind", Syntaxes.KIND, "ClusterIssuer"));
    }
  }

  /**
   * An ingress controller.
   *
   * @param className the IngressClass
   * @param pods where the controller's pods run; empty where a load balancer outside the cluster
   *     sends to the pods of previews, which {@link NamespacePolicy#ingress} then lets in
   * @param certificate what its TLS is made of; the controller's default certificate when empty
   * @param annotations what the admins put on each Ingress
   */
  record ByIngress(
      String className,
      Optional<String> pods,
      Optional<? extends Certificate> certificate,
      Map<String, String> annotations)
      implements Entrance {
    private static ByIngress read(Fields ingress) {
      return read(ingress, ingress.optionalText("controller", Syntaxes.DNS_LABEL));
    }

    /** The same before Argo CD, where no policy of ours asks who comes. */
    static ByIngress ofWebhooks(Fields ingress) {
      return read(ingress, Optional.empty());
    }

    private static ByIngress read(Fields ingress, Optional<String> pods) {
      return new ByIngress(
          ingress.text("class", Syntaxes.OBJECT_NAME),
          pods,
          ingress.map("tls", Certificate::read),
          ingress.textMap("annotations", Syntaxes.LABEL_KEY, ExposureSyntaxes.ANNOTATION));
    }
  }

  /** Where an Ingress has its certificate from. */
  sealed interface Certificate {
    private static Certificate read(Fields tls) {
      Optional<String> secret = tls.optionalText("secret", Syntaxes.OBJECT_NAME);
      if (secret.isEmpty()) {
        return new Issued(
            tls.text("issuer", Syntaxes.OBJECT_NAME),
            tls.text("issuerKind", Syntaxes.KIND, "ClusterIssuer"));
      }
      for (String key : List.of("issuer", "issuerKind")) {
        if (tls.raw(key) != null) {
          tls.error(
              "not-allowed",
              key,
              "`secret` and `issuer` are not allowed together",
              "write one of them");
        }
      }
      return new InSecret(secret.get());
    }
  }

  /** A Secret in the namespace of the preview. */
  record InSecret(String name) implements Certificate {}

  /** cert-manager, which issues one for the hosts of each preview. */
  record Issued(String issuer, String issuerKind) implements Certificate {}
}
