package dev.mayfly.lint;

/** The releases that will read the manifests. */
public record Targets(
    Release argocd, Release cloudnativePg, Release gatewayApi, Release kubernetes) {
  /** The newest releases this program was checked against. */
  public static final Targets NEWEST =
      new Targets(new Release(3, 5), new Release(1, 30), new Release(1, 6), new Release(1, 35));

  public Targets withArgocd(Release other) {
    return new Targets(other, cloudnativePg, gatewayApi, kubernetes);
  }
}
