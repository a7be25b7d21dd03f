package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.platform.PodSecurity;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Set;

/**
 * Pods stay in the bounds of their namespace. The node's own network and processes are behind no
 * network policy, and by affinity to pods elsewhere a preview could keep those off their nodes. The
 * cluster refuses some of it too, but beside production no label of ours asks it to.
 */
final class PodBounds implements ObjectCheck {
  private static final Set<String> HOST = Set.of("hostNetwork", "hostPID", "hostIPC", "privileged");

  @Override
  public void check(Bundle bundle, BundleObject object, BundleFindings findings) {
    boolean allowed =
        !bundle.isShared()
            && bundle.blueprint().platform().namespace().podSecurity() == PodSecurity.PRIVILEGED;

    for (MapNode map : object.maps()) {
      if (!allowed && !object.isFreeForm()) {
        host(object, map, findings);
      }
      if (map.has("topologyKey") && (map.has("namespaces") || map.has("namespaceSelector"))) {
        findings.error(
            "foreign-affinity",
            map.location(),
            object.title() + " is placed by pods of other namespaces",
            "name the preview's own pods only");
      }
    }
  }

  private static void host(BundleObject object, MapNode map, BundleFindings findings) {
    for (MapNode.Entry entry : map.entries()) {
      boolean asks =
          HOST.contains(entry.key().text())
              && entry.value() instanceof ScalarNode value
              && !List.of("false", "null", "").contains(value.text());
      if (asks) {
        refuse(object, entry, findings);
      }
    }
    for (MapNode port : map.mapsAt("ports")) {
      MapNode.Entry asked = port.entry("hostPort");
      if (asked != null) {
        refuse(object, asked, findings);
      }
    }
  }

  private static void refuse(BundleObject object, MapNode.Entry entry, BundleFindings findings) {
    findings.error(
        "host-access",
        entry.key().location(),
        object.title() + " asks for the node's own by `" + entry.key().text() + "`",
        "remove it");
  }
}
