package dev.mayfly.argocd;

import java.util.Set;

/**
 * The annotations, labels and finalizers that Argo CD reads and writes (Argo CD, {@code
 * common/common.go}; gitops-engine, {@code sync/common/types.go}).
 */
public final class ArgoMetadata {
  public static final String TRACKING_ID = "argocd.argoproj.io/tracking-id";
  public static final String SYNC_WAVE = "argocd.argoproj.io/sync-wave";
  public static final String SYNC_OPTIONS = "argocd.argoproj.io/sync-options";

  /** A link of the Application in Argo CD's pages, by its title behind this. */
  public static final String LINK = "link.argocd.argoproj.io/";

  /** What is told of an Application to whom (notifications-engine, {@code pkg/subscriptions}). */
  public static final String SUBSCRIPTIONS = "notifications.argoproj.io/subscriptions";

  /** Where Argo CD tracks by a label; charts write their release's name there too. */
  public static final String INSTANCE = "app.kubernetes.io/instance";

  /** Has Argo CD delete what an Application made before the Application itself. */
  public static final String FINALIZER = "resources-finalizer.argocd.argoproj.io";

  private static final Set<String> CASCADES =
      Set.of(FINALIZER, FINALIZER + "/foreground", FINALIZER + "/background");

  private ArgoMetadata() {}

  /** The finalizer in each of its forms ({@code isPropagationPolicyFinalizer}). */
  public static boolean cascades(String finalizer) {
    return CASCADES.contains(finalizer);
  }
}
