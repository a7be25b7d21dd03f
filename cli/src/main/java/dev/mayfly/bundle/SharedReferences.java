package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Beside production a pod names the preview's own Secrets, service accounts and volume claims only:
 * any other of these would hand it production's data.
 */
final class SharedReferences implements BundleCheck {
  /** Maps whose {@code name} is a Secret's. */
  private static final Set<String> SECRETS = Set.of("secretKeyRef", "secretRef", "secret");

  private static final Set<String> NAMES =
      Set.of("secretName", "claimName", "serviceAccountName", "serviceAccount");

  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    if (!bundle.isShared()) {
      return;
    }
    Set<String> own = own(bundle);
    for (BundleObject object : bundle.objects()) {
      List<ScalarNode> names = new ArrayList<>();
      collect(object.root(), names);
      for (ScalarNode name : names) {
        if (!own.contains(name.text())) {
          Location at = name.location();
          findings.error(
              "shared-reference",
              at,
              object.title() + " names `" + name.text() + "`, which is not the preview's own",
              "name what this bundle or the preview's bindings and database bring");
        }
      }
    }
  }

  private static Set<String> own(Bundle bundle) {
    Set<String> own = new HashSet<>();
    for (BundleObject object : bundle.objects()) {
      own.add(object.name());
    }
    for (BundleObject object : bundle.overlay()) {
      if (object.namespace().isEmpty() || object.namespace().equals(bundle.namespace())) {
        String target = object.text("spec", "target", "name");
        own.add(target.isEmpty() ? object.name() : target);
        if (object.kind().equals("Cluster")) {
          // CloudNativePG makes this Secret for the owner of the database.
          own.add(object.name() + "-app");
        }
      }
    }
    return own;
  }

  private static void collect(Node node, List<ScalarNode> names) {
    switch (node) {
      case MapNode map -> {
        for (MapNode.Entry entry : map.entries()) {
          if (NAMES.contains(entry.key().text()) && entry.value() instanceof ScalarNode name) {
            names.add(name);
          } else if (SECRETS.contains(entry.key().text())
              && entry.value().at("name") instanceof ScalarNode name) {
            names.add(name);
          }
          collect(entry.value(), names);
        }
      }
      case ListNode list -> list.items().forEach(item -> collect(item, names));
      case ScalarNode ignored -> {}
    }
  }
}
