package dev.mayfly.bundle;

import dev.mayfly.argocd.SyncHooks;
import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.manifest.HostPlace;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/**
 * Annotations by which an object claims a host, or writes into the configuration of a proxy that
 * serves others too (external-dns docs, "Annotations"; ingress-nginx docs, "Annotations").
 */
final class HostAnnotations {
  private HostAnnotations() {}

  static void check(BundleObject object, List<String> hosts, BundleFindings findings) {
    for (MapNode map : object.maps()) {
      if (!(map.at("metadata", "annotations") instanceof MapNode annotations)) {
        continue;
      }
      for (MapNode.Entry entry : annotations.entries()) {
        String key = entry.key().text();
        String value = entry.value() instanceof ScalarNode scalar ? scalar.text() : "";
        if (HostPlace.ANNOTATIONS.contains(key)
            && !SyncHooks.words(value).stream().allMatch(hosts::contains)) {
          OwnHosts.refuse(object, entry.value().location(), "`" + value + "`", hosts, findings);
        } else if (key.contains("ingress.kubernetes.io/") && key.endsWith("-snippet")) {
          refuseSnippet(object, entry.key().location(), findings);
        }
      }
    }
  }

  static void refuseSnippet(BundleObject object, Location at, BundleFindings findings) {
    findings.error(
        "proxy-snippet",
        at,
        object.title() + " writes into the proxy's own configuration",
        "remove it");
  }
}
