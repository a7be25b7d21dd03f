package dev.mayfly.bundle;

import dev.mayfly.argocd.SyncHooks;
import dev.mayfly.argocd.SyncOrder;
import dev.mayfly.argocd.SyncPhase;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.diagnostic.Location;
import java.util.Set;
import java.util.function.UnaryOperator;

/** When Argo CD would run an object of a bundle instead of applying it. */
final class Hooks {
  private Hooks() {}

  /** The phases of an object; see {@link SyncHooks#phases}. */
  static Set<SyncPhase> of(BundleObject object) {
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

  /** The phase and the wave of an object; what no sync applies is refused elsewhere. */
  static SyncOrder order(BundleObject object) {
    UnaryOperator<String> annotation = name -> object.text("metadata", "annotations", name);
    return SyncOrder.of(annotation)
        .orElseGet(() -> new SyncOrder(SyncPhase.SYNC, SyncOrder.wave(annotation)));
  }
}
