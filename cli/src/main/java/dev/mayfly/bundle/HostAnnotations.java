package dev.mayfly.bundle;

import dev.mayfly.argocd.SyncHooks;
import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import java.util.Set;

/**
 * Annotations by which an object claims a host, or writes into the configuration of a proxy that
 * serves others too (external-dns docs, "Annotations"; ingress-nginx docs, "Annotations").
 */
final class HostAnnotations {
  private static final Set<String> HOSTS =
      Set.of(
          "external-dns.alpha.kubernetes.io/hostname",
          "external-dns.alpha.kubernetes.io/internal-hostname",
          "nginx.ingress.kubernetes.io/server-alias");

  private HostAnnotations() {}

  static void check(BundleObject object, String host, BundleFindings findings) {
    for (MapNode map : object.maps()) {
      if (!(map.at("metadata", "annotations") instanceof MapNode annotations)) {
        continue;
      }
      for (MapNode.Entry entry : annotations.entries()) {
        String key = entry.key().text();
        String value = entry.value() instanceof ScalarNode scalar ? scalar.text() : "";
        if (HOSTS.contains(key)
            && !SyncHooks.words(value).stream().allMatch(word -> word.equals(host))) {
          OwnHosts.refuse(object, entry.value().location(), "`" + value + "`", host, findings);
        } else if (key.contains("ingress.kubernetes.io/") && key.endsWith("-snippet")) {
          findings.error(
              "proxy-snippet",
              entry.key().location(),
              object.title() + " writes into the proxy's own configuration",
              "remove it");
        }
      }
    }
  }
}
