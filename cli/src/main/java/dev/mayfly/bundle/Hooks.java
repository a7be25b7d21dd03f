package dev.mayfly.bundle;

import dev.mayfly.argocd.SyncHooks;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.diagnostic.Location;
import java.util.Set;

/** When Argo CD would run an object of a bundle instead of applying it. */
final class Hooks {
  private Hooks() {}

  /** The phases in Argo CD's words; see {@link SyncHooks#phases}. */
  static Set<String> of(BundleObject object) {
    return SyncHooks.phases(
        object.text("metadata", "annotations", SyncHooks.ARGO),
        object.text("metadata", "annotations", SyncHooks.HELM));
  }

  static Location at(BundleObject object) {
    String key =
        object.text("metadata", "annotations", SyncHooks.ARGO).isEmpty()
            ? SyncHooks.HELM
            : SyncHooks.ARGO;
    return object.at("metadata", "annotations", key);
  }
}
