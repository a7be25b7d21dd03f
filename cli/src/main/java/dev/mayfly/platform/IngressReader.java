package dev.mayfly.platform;

import dev.mayfly.platform.Exposure.ByIngress;
import dev.mayfly.platform.Exposure.Certificate;
import dev.mayfly.yaml.Fields;
import java.util.Optional;

/** Reads {@code spec.exposure.ingress}. */
final class IngressReader {
  private IngressReader() {}

  static ByIngress read(Fields written) {
    try (Fields ingress = written) {
      return read(ingress, ingress.optionalText("controller", Syntaxes.DNS_LABEL));
    }
  }

  /** The same before Argo CD, where no policy of ours asks who comes. */
  static ByIngress ofWebhooks(Fields written) {
    try (Fields ingress = written) {
      return read(ingress, Optional.empty());
    }
  }

  private static ByIngress read(Fields ingress, Optional<String> pods) {
    return new ByIngress(
        ingress.text("class", Syntaxes.OBJECT_NAME),
        pods,
        ingress.map("tls").map(IngressReader::certificate),
        ingress.textMap("annotations", Syntaxes.LABEL_KEY, RouteSyntaxes.ANNOTATION));
  }

  private static Certificate certificate(Fields written) {
    try (Fields tls = written) {
      Optional<String> secret = tls.optionalText("secret", Syntaxes.OBJECT_NAME);
      if (secret.isEmpty()) {
        return new Exposure.Issued(
            tls.text("issuer", Syntaxes.OBJECT_NAME),
            tls.text("issuerKind", Syntaxes.KIND, "ClusterIssuer"));
      }
      for (String key : new String[] {"issuer", "issuerKind"}) {
        if (tls.raw(key) != null) {
          tls.problems()
              .error(
                  "not-allowed",
                  tls.location(key),
                  "a certificate is in `secret` or comes from `issuer`",
                  "write one of them");
        }
      }
      return new Exposure.InSecret(secret.get());
    }
  }
}
