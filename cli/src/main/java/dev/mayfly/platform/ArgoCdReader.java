package dev.mayfly.platform;

import dev.mayfly.platform.ArgoCd.SecretMode;
import dev.mayfly.platform.ArgoCd.Webhook;
import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.MapNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code spec.argocd}. */
final class ArgoCdReader {
  private ArgoCdReader() {}

  static ArgoCd read(Fields spec, String platformName) {
    try (Fields argocd = spec.mapOrEmpty("argocd")) {
      return new ArgoCd(
          argocd.text("namespace", Syntaxes.DNS_LABEL, "argocd"),
          argocd.text("project", Syntaxes.DNS_LABEL, platformName + "-previews"),
          cluster(argocd),
          argocd.optionalText("syncTimeout", Syntaxes.SYNC_TIMEOUT).flatMap(ArgoCdReader::duration),
          argocd.map("webhook").map(ArgoCdReader::webhook),
          argocd.map("notifications").map(NotificationReader::read),
          argocd.texts("kustomizeBuildOptions", Syntaxes.KUSTOMIZE_BUILD_OPTION));
    }
  }

  /** The API server's URL, or a map with the name of the cluster. */
  private static TargetCluster cluster(Fields argocd) {
    if (!(argocd.raw("cluster") instanceof MapNode)) {
      return new TargetCluster(
          false,
          argocd.text("cluster", PlaceSyntaxes.SERVER_URL, "https://kubernetes.default.svc"));
    }
    try (Fields cluster = argocd.requiredMap("cluster")) {
      return new TargetCluster(true, cluster.text("name", PlaceSyntaxes.CLUSTER_REF));
    }
  }

  /** Empty for a text of another form, which is reported already. */
  private static Optional<Duration> duration(String text) {
    return Syntaxes.SYNC_TIMEOUT.matches(text)
        ? Optional.of(Duration.parse("PT" + text.toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  private static GatewayRef gateway(Fields written) {
    try (Fields gateway = written) {
      return ExposureReader.gateway(gateway);
    }
  }

  private static Webhook webhook(Fields written) {
    try (Fields webhook = written) {
      String host = webhook.text("host", Syntaxes.DOMAIN);
      Optional<GatewayRef> gateway = webhook.map("gateway").map(ArgoCdReader::gateway);
      Optional<Exposure.ByIngress> ingress = webhook.map("ingress").map(IngressReader::ofWebhooks);
      if (gateway.isPresent() == ingress.isPresent()) {
        boolean none = gateway.isEmpty();
        webhook
            .problems()
            .error(
                none ? "missing-field" : "not-allowed",
                none ? webhook.location() : webhook.location("ingress"),
                none
                    ? "the field `gateway` is required here"
                    : "the forge reaches Argo CD by `gateway` or by `ingress`",
                "write one of `gateway` and `ingress`, or leave out `webhook`: Argo CD then asks"
                    + " the forge every few minutes");
      }
      return new Webhook(
          host,
          webhook.text("serverHost", Syntaxes.DOMAIN, "argocd-" + host),
          gateway,
          ingress,
          StoreReader.key(webhook.requiredMap("secret")),
          webhook.choice("secretMode", Choice.of(SecretMode.values())).orElse(SecretMode.OWN));
    }
  }
}
