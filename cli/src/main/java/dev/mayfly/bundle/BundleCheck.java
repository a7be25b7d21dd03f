package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;

/** One thing that is proven of a bundle before its preview is delivered. */
@FunctionalInterface
interface BundleCheck {
  void check(Bundle bundle, BundleFindings findings);
}
