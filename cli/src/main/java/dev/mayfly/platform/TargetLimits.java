package dev.mayfly.platform;

import dev.mayfly.diagnostic.Problems;
import dev.mayfly.platform.NamespacePolicy.Strategy;
import java.util.List;

/**
 * Fields that a target is too old for. An older CRD would prune them without a word, and what they
 * guard would be open.
 */
final class TargetLimits implements PlatformChecks.Check {
  @Override
  public void check(Platform platform, Whereabouts where, Problems problems) {
    Targets targets = platform.targets();
    boolean ownsNamespaces = platform.namespace().strategy() != Strategy.SHARED;
    if (ownsNamespaces && !targets.argocd().isAtLeast(3, 3)) {
      problems.error(
          "target-argocd",
          where.of("targets", "argocd"),
          "Argo CD "
              + targets.argocd()
              + " drops the name from `clusterResourceWhitelist`,"
              + " so previews could own every namespace",
          "3.3 is the first release that keeps it; upgrade, or use `namespace.strategy: shared`");
    }
    if (!targets.kubernetes().isAtLeast(1, 30)) {
      problems.error(
          "target-kubernetes",
          where.of("targets", "kubernetes"),
          "Kubernetes " + targets.kubernetes() + " has no ValidatingAdmissionPolicy",
          "1.30 is the first release that serves it as v1");
    }
    List<App> apps = platform.apps();
    for (int i = 0; i < apps.size(); i++) {
      if (apps.get(i).database().orElse(null) instanceof Database.Shared
          && !targets.cloudNativePg().isAtLeast(1, 30)) {
        problems.error(
            "target-cloudnative-pg",
            where.of("apps", i, "database", "mode"),
            "CloudNativePG " + targets.cloudNativePg() + " has no DatabaseRole",
            "1.30 is the first release that has it; upgrade, or use mode ephemeral");
      }
    }
    if (platform.exposure().own().map(Exposure.Own::kind).orElse(null)
            == Exposure.Own.Kind.LISTENER_SET
        && !targets.gatewayApi().isAtLeast(1, 5)) {
      problems.error(
          "target-gateway-api",
          where.of("targets", "gatewayApi"),
          "Gateway API " + targets.gatewayApi() + " has no ListenerSet in its standard channel",
          "use `exposure.own.kind: gateway`");
    }
  }
}
