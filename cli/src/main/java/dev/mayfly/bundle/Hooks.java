package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.diagnostic.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * When Argo CD would run an object instead of applying it. It understands Helm's hooks too, in any
 * kind of bundle, unless its own annotation is there (gitops-engine, pkg/sync/hook).
 */
final class Hooks {
  static final String ARGO = "argocd.argoproj.io/hook";
  static final String HELM = "helm.sh/hook";

  private static final Map<String, String> PHASES =
      Map.of(
          "crd-install", "PreSync",
          "pre-install", "PreSync",
          "pre-upgrade", "PreSync",
          "post-install", "PostSync",
          "post-upgrade", "PostSync",
          "pre-delete", "PreDelete",
          "post-delete", "PostDelete");

  private Hooks() {}

  /** The phases in Argo CD's words. */
  static List<String> of(BundleObject object) {
    String own = object.text("metadata", "annotations", ARGO);
    List<String> phases = new ArrayList<>();
    for (String word : (own.isEmpty() ? helm(object) : own).split(",", -1)) {
      phases.add(own.isEmpty() ? PHASES.getOrDefault(word.strip(), "") : word.strip());
    }
    return phases;
  }

  static Location at(BundleObject object) {
    String key = object.text("metadata", "annotations", ARGO).isEmpty() ? HELM : ARGO;
    return object.at("metadata", "annotations", key);
  }

  private static String helm(BundleObject object) {
    return object.text("metadata", "annotations", HELM);
  }
}
