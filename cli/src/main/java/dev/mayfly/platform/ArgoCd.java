package dev.mayfly.platform;

import dev.mayfly.platform.Entrance.ByIngress;
import dev.mayfly.yaml.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where Argo CD runs and what previews are called there.
 *
 * @param project the AppProject of all previews; never templated from pull request data
 * @param cluster where all previews run
 * @param kustomizeBuildOptions as {@code argocd-cm} has them in {@code kustomize.buildOptions}
 * @param syncTimeout when Argo CD gives up a sync, where the admins say it
 * @param notifications what it reports to the forge, where that is asked for
 */
public record ArgoCd(
    String namespace,
    String project,
    TargetCluster cluster,
    Optional<Duration> syncTimeout,
    Optional<Webhook> webhook,
    Optional<Notifications> notifications,
    List<String> kustomizeBuildOptions) {
  public ArgoCd {
    kustomizeBuildOptions = List.copyOf(kustomizeBuildOptions);
  }

  static ArgoCd read(Fields argocd, String platformName) {
    return new ArgoCd(
        argocd.text("namespace", Syntaxes.DNS_LABEL, "argocd"),
        argocd.text("project", Syntaxes.DNS_LABEL, platformName + "-previews"),
        TargetCluster.read(argocd),
        argocd
            .optionalText("syncTimeout", Syntaxes.SYNC_TIMEOUT)
            .filter(Syntaxes.SYNC_TIMEOUT::matches)
            .map(text -> Duration.parse("PT" + text.toUpperCase(Locale.ROOT))),
        argocd.map("webhook", Webhook::read),
        argocd.map("notifications", Notifications::read),
        argocd.texts("kustomizeBuildOptions", Syntaxes.KUSTOMIZE_BUILD_OPTION));
  }

  /** How the webhook secret reaches Argo CD. */
  public enum SecretMode {
    /** A Secret of our own, labelled as part of Argo CD, which its settings may refer to. */
    OWN,
    /** Keys merged into {@code argocd-secret} by the External Secrets Operator. */
    MERGE
  }

  /**
   * Routes that let a forge refresh previews at once.
   *
   * @param host the ApplicationSet controller's host
   * @param serverHost the API server's host; the two serve the same path, so they need two names
   * @param gateway what they attach to; empty where an ingress controller serves them
   */
  public record Webhook(
      String host,
      String serverHost,
      Optional<GatewayRef> gateway,
      Optional<ByIngress> ingress,
      SecretKeyRef secret,
      SecretMode mode) {
    private static Webhook read(Fields webhook) {
      String host = webhook.text("host", Syntaxes.DOMAIN);
      Optional<GatewayRef> gateway = webhook.map("gateway", GatewayRef::read);
      Optional<ByIngress> ingress = webhook.map("ingress", ByIngress::ofWebhooks);
      if (gateway.isPresent() == ingress.isPresent()) {
        boolean none = gateway.isEmpty();
        webhook.error(
            none ? "missing-field" : "not-allowed",
            "ingress",
            none ? "the field `gateway` is missing" : "`ingress` is not allowed beside `gateway`",
            "write one of `gateway` and `ingress`, or leave out `webhook`: Argo CD then asks"
                + " the forge every few minutes");
      }
      return new Webhook(
          host,
          webhook.text("serverHost", Syntaxes.DOMAIN, "argocd-" + host),
          gateway,
          ingress,
          webhook.requiredMap("secret", SecretKeyRef::read),
          webhook.choice("secretMode", SecretMode.values()).orElse(SecretMode.OWN));
    }
  }
}
