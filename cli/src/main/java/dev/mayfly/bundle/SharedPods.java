package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.manifest.BundleSource;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;

/**
 * Beside production the preview's policies select its pods by one label. A pod without it, or with
 * another value, would be behind none of them.
 */
final class SharedPods implements ObjectCheck {
  @Override
  public void check(Bundle bundle, BundleObject object, BundleFindings findings) {
    String label = BundleSource.podLabel(bundle.blueprint());

    for (MapNode map : object.maps()) {
      if (map.at("spec", "containers") instanceof ListNode
          && !bundle.application().equals(map.textAt("metadata", "labels", label))) {
        findings.error(
            "shared-pod-label",
            map.location(),
            object.title() + " has pods without the label that the preview's policies select",
            "give its pods `" + label + ": " + bundle.application() + "`, the release's name");
      }
    }
  }
}
