package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;

/**
 * No hook runs before the overlay where the overlay brings something to wait for: it would wait for
 * a Secret or a database that comes only after it.
 */
final class EarlyHooks implements BundleCheck {
  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    if (bundle.app().bindings().isEmpty() && bundle.app().database().isEmpty()) {
      return;
    }
    for (BundleObject object : bundle.objects()) {
      if (Hooks.of(object).contains("PreSync")) {
        findings.error(
            "early-hook",
            Hooks.at(object),
            object.title() + " runs before the bindings and the database that it may need exist",
            "make it a Job in sync wave 0 or later, or a PostSync hook");
      }
    }
  }
}
