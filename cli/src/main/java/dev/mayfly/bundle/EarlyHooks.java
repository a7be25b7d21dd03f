package dev.mayfly.bundle;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.argocd.SyncOrder;
import dev.mayfly.argocd.SyncPhase;
import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.kubernetes.GroupKind;
import java.util.Optional;

/**
 * Nothing comes before what it cannot do without: no hook before the bindings and the database, and
 * no object before the Namespace that it goes to. Argo CD applies phase by phase and wave by wave,
 * and the API server takes no object of a namespace that is not there.
 */
final class EarlyHooks implements BundleCheck {
  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    boolean waits = !bundle.app().bindings().isEmpty() || bundle.app().database().isPresent();
    Optional<SyncOrder> namespace =
        bundle.overlay().stream()
            .filter(object -> object.type().equals(GroupKind.NAMESPACE))
            .map(Hooks::order)
            .findFirst();
    for (BundleObject object : bundle.objects()) {
      SyncOrder own = Hooks.order(object);
      if (waits && Hooks.of(object).contains(SyncPhase.PRE_SYNC)) {
        findings.error(
            "early-hook",
            Hooks.at(object),
            object.title() + " runs before the bindings and the database that it may need exist",
            "make it a Job in sync wave 0 or later, or a PostSync hook");
      } else if (namespace.isPresent() && own.compareTo(namespace.get()) < 0) {
        findings.error(
            "before-namespace",
            at(object),
            object.title()
                + " comes in %s, and the preview's namespace in %s".formatted(own, namespace.get()),
            "the first sync would fail; give it that wave or a later one, and no PreSync hook");
      }
    }
  }

  private static Location at(BundleObject object) {
    return Hooks.of(object).contains(SyncPhase.PRE_SYNC)
        ? Hooks.at(object)
        : object.at("metadata", "annotations", ArgoMetadata.SYNC_WAVE);
  }
}
