package dev.mayfly.argocd;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When Argo CD would run an object instead of applying it. It understands Helm's hooks too, in
 * whatever an Application holds.
 */
public final class SyncHooks {
  public static final String ARGO = "argocd.argoproj.io/hook";
  public static final String HELM = "helm.sh/hook";

  /** What runs an object during a sync (gitops-engine, {@code common.NewHookType}). */
  public static final Set<String> SYNC_PHASES = Set.of("PreSync", "Sync", "PostSync", "SyncFail");

  private static final Map<String, String> HELM_PHASES =
      Map.of(
          "pre-install", "PreSync",
          "pre-upgrade", "PreSync",
          "post-install", "PostSync",
          "post-upgrade", "PostSync");

  /** Argo CD looks for these in both annotations, whatever else they say (controller/hook.go). */
  public static final Map<String, String> DELETION_PHASES =
      Map.of(
          "PreDelete", "PreDelete",
          "PostDelete", "PostDelete",
          "pre-delete", "PreDelete",
          "post-delete", "PostDelete");

  private SyncHooks() {}

  /**
   * The phases in Argo CD's words. Helm's words count only where its own annotation has none that
   * it knows, and count then even beside one (gitops-engine, {@code hook.Types}).
   *
   * @param argo the text of its own annotation, empty where there is none
   * @param helm the text of Helm's
   */
  public static Set<String> phases(String argo, String helm) {
    List<String> own = words(argo);
    List<String> helms = words(helm);
    Set<String> phases = new LinkedHashSet<>();
    own.stream().filter(SYNC_PHASES::contains).forEach(phases::add);
    if (phases.isEmpty() && !isSkipped(argo)) {
      helms.stream().filter(HELM_PHASES::containsKey).map(HELM_PHASES::get).forEach(phases::add);
    }
    own.stream()
        .filter(DELETION_PHASES::containsKey)
        .map(DELETION_PHASES::get)
        .forEach(phases::add);
    helms.stream()
        .filter(DELETION_PHASES::containsKey)
        .map(DELETION_PHASES::get)
        .forEach(phases::add);
    return phases;
  }

  /** Whether the object is left out of every sync. */
  public static boolean isSkipped(String argo) {
    return words(argo).contains("Skip");
  }

  /** The words of a list as Argo CD takes it apart ({@code resource.GetAnnotationCSVs}). */
  public static List<String> words(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }
}
