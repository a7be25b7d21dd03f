package dev.mayfly.platform;

import java.time.Duration;
import java.util.List;
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
      Optional<Exposure.ByIngress> ingress,
      SecretKeyRef secret,
      SecretMode mode) {}
}
