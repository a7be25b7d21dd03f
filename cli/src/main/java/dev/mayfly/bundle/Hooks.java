package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.diagnostic.Location;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When Argo CD would run an object instead of applying it. It understands Helm's hooks too, in any
 * kind of bundle.
 */
final class Hooks {
  static final String ARGO = "argocd.argoproj.io/hook";
  static final String HELM = "helm.sh/hook";

  /** What runs an object during a sync (gitops-engine, {@code common.NewHookType}). */
  static final Set<String> SYNC_PHASES = Set.of("PreSync", "Sync", "PostSync", "SyncFail");

  static final Map<String, String> HELM_PHASES =
      Map.of(
          "pre-install", "PreSync",
          "pre-upgrade", "PreSync",
          "post-install", "PostSync",
          "post-upgrade", "PostSync");

  /** Argo CD looks for these in both annotations, whatever else they say (controller/hook.go). */
  static final Map<String, String> DELETION_PHASES =
      Map.of(
          "PreDelete", "PreDelete",
          "PostDelete", "PostDelete",
          "pre-delete", "PreDelete",
          "post-delete", "PostDelete");

  private Hooks() {}

  /**
   * The phases in Argo CD's words. Helm's words count only where its own annotation has none that
   * it knows, and count then even beside one (gitops-engine, {@code hook.Types}).
   */
  static Set<String> of(BundleObject object) {
    List<String> own = words(object, ARGO);
    List<String> helm = words(object, HELM);
    Set<String> phases = new LinkedHashSet<>();
    own.stream().filter(SYNC_PHASES::contains).forEach(phases::add);
    if (phases.isEmpty() && !own.contains("Skip")) {
      helm.stream().filter(HELM_PHASES::containsKey).map(HELM_PHASES::get).forEach(phases::add);
    }
    own.stream()
        .filter(DELETION_PHASES::containsKey)
        .map(DELETION_PHASES::get)
        .forEach(phases::add);
    helm.stream()
        .filter(DELETION_PHASES::containsKey)
        .map(DELETION_PHASES::get)
        .forEach(phases::add);
    return phases;
  }

  static Location at(BundleObject object) {
    String key = object.text("metadata", "annotations", ARGO).isEmpty() ? HELM : ARGO;
    return object.at("metadata", "annotations", key);
  }

  private static List<String> words(BundleObject object, String annotation) {
    return words(object.text("metadata", "annotations", annotation));
  }

  /** The words of a list as Argo CD takes it apart ({@code resource.GetAnnotationCSVs}). */
  static List<String> words(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }
}
