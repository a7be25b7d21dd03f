package dev.mayfly.platform;

import dev.mayfly.diagnostic.Problems;

/** Mayfly reports what it delivers, to a forge. */
final class DeploymentLimits implements PlatformChecks.Check {
  @Override
  public void check(Platform platform, SourcePositions where, Problems problems) {
    if (!platform.forge().deployments()) {
      return;
    }
    if (platform.forge().kind() == ForgeSettings.Kind.NONE) {
      problems.error(
          "deployments-without-forge",
          where.of("forge", "deployments"),
          "there is no forge that Mayfly could report to",
          "set `forge.kind`, or leave `deployments` out");
    } else if (platform.gitops().isGenerator()) {
      problems.error(
          "deployments-by-generator",
          where.of("forge", "deployments"),
          "Argo CD's generator makes the previews, so Mayfly does not know when one comes or goes",
          "leave `deployments` out; `argocd.notifications` lets Argo CD report");
    }
  }
}
