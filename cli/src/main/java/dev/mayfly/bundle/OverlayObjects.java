package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The bundle brings no object that the overlay renders: of two, Argo CD takes the last one. */
final class OverlayObjects implements ObjectCheck {
  /** The objects among rendered files. */
  static List<BundleObject> read(SortedMap<String, String> files) {
    List<BundleObject> objects = new ArrayList<>();
    files.forEach((path, text) -> {
      String name = RelativePath.name(path);
      if (name.endsWith(".yaml")
          && !name.equals("kustomization.yaml")
          && !name.equals("preview.yaml")) {
        YamlReader reader = new YamlReader(Budget.ADMIN);
        for (Node document : reader.read(new Source(path, text)).documents()) {
          objects.addAll(BundleObject.in(document));
        }
      }
    });
    return objects;
  }

  private static boolean isSame(BundleObject ours, BundleObject object) {
    return ours.type().equals(object.type()) && ours.name().equals(object.name());
  }

  /**
   * Whether CloudNativePG makes an object of this name for a cluster of ours (CloudNativePG docs,
   * "Labels and annotations" and "Service management").
   */
  private static boolean isMadeFor(BundleObject cluster, BundleObject object) {
    if (!cluster.type().equals(GroupKind.CLUSTER)) {
      return false;
    }
    return switch (object.kind()) {
      case "ServiceAccount", "Role", "RoleBinding" -> object.name().equals(cluster.name());
      case "Secret", "Service", "PersistentVolumeClaim" ->
          object.name().startsWith(cluster.name() + "-");
      default -> false;
    };
  }

  @Override
  public void check(Bundle bundle, BundleObject object, BundleFindings findings) {
    for (BundleObject ours : bundle.overlay()) {
      if (bundle.isHome(ours) && (isSame(ours, object) || isMadeFor(ours, object))) {
        findings.error(
            "overlay-object",
            object.at("metadata", "name"),
            object.title() + " is rendered by the platform for every preview",
            "remove it, or give it another name");
      }
    }
  }
}
