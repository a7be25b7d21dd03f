package dev.mayfly.bundle;

import dev.mayfly.argocd.SyncPhase;
import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;

/**
 * No hook runs at deletion. Argo CD renders such hooks from Git while it deletes; the overlay is
 * gone by then, so rendering fails and the Application stays for ever.
 */
final class DeletionHooks implements ObjectCheck {
  @Override
  public void check(Bundle bundle, BundleObject object, BundleFindings findings) {
    Hooks.of(object).stream()
        .filter(SyncPhase::isOfDeletion)
        .forEach(phase ->
            findings.error(
                "deletion-hook",
                Hooks.at(object),
                object.title() + " is a " + phase + " hook, which would block the deletion",
                "what the bundle brings goes with its Application; what lies outside the cluster is"
                    + " dropped by a CronJob of the admins, see docs/how-to/databases.md"));
  }
}
