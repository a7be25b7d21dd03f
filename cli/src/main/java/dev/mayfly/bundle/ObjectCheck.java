package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;

/** One thing that is proven of each object of a bundle by itself. */
interface ObjectCheck extends BundleCheck {
  void check(Bundle bundle, BundleObject object, BundleFindings findings);

  @Override
  default void check(Bundle bundle, BundleFindings findings) {
    bundle.objects().forEach(object -> check(bundle, object, findings));
  }
}
