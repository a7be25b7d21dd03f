package dev.mayfly.bundle;

import dev.mayfly.argocd.SyncHooks;
import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.manifest.HostPlace;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whatever leads traffic to the bundle does so for the preview's own host: another one may be
 * production's, and none means every host.
 */
final class OwnHosts implements ObjectCheck {
  @Override
  public void check(Bundle bundle, BundleObject object, BundleFindings findings) {
    List<String> hosts = bundle.hosts();

    for (HostPlace place : HostPlace.ALL) {
      if (object.type().equals(place.kind())) {
        look(object, object.root(), place.steps(), place.required(), hosts, findings);
      }
    }
    if (object.group().equals("networking.k8s.io")
        && object.root().at("spec", "defaultBackend") != null) {
      refuse(object, object.at("spec", "defaultBackend"), "every host", hosts, findings);
    }
    if (HostPlace.isTraefik(object.type())) {
      rules(object, hosts, findings);
    }
    for (MapNode map : object.maps()) {
      if (map.at("metadata", "annotations") instanceof MapNode annotations) {
        annotations.entries().forEach(it -> annotation(object, it, hosts, findings));
      }
    }
  }

  private static void look(
      BundleObject object,
      @Nullable Node node,
      List<String> steps,
      boolean required,
      List<String> hosts,
      BundleFindings findings) {
    if (steps.isEmpty() && node instanceof ScalarNode named && !named.text().isEmpty()) {
      if (!hosts.contains(named.text())) {
        refuse(object, named.location(), "`" + named.text() + "`", hosts, findings);
      }
    } else if (!steps.isEmpty() && steps.getFirst().equals("*") && node instanceof ListNode list) {
      List<String> rest = steps.subList(1, steps.size());
      list.items().forEach(item -> look(object, item, rest, required, hosts, findings));
      if (list.items().isEmpty()) {
        look(object, null, List.of(), required, hosts, findings);
      }
    } else if (!steps.isEmpty() && node instanceof MapNode map && map.has(steps.getFirst())) {
      List<String> rest = steps.subList(1, steps.size());
      look(object, map.get(steps.getFirst()), rest, required, hosts, findings);
    } else if (required) {
      Location at = node == null ? object.at("spec") : node.location();
      refuse(object, at, "every host", hosts, findings);
    }
  }

  /** What comes after {@code &&} only narrows a rule that begins with a host of the preview. */
  private static void rules(BundleObject object, List<String> hosts, BundleFindings findings) {
    List<String> own =
        hosts.stream().flatMap(host -> HostPlace.traefikRules(host).stream()).toList();
    for (Node route : object.root().itemsAt("spec", "routes")) {
      String match = String.valueOf(route.textAt("match"));
      if (own.stream().noneMatch(rule -> isOwn(match, rule))) {
        refuse(
            object,
            route.location(),
            own.isEmpty() ? "`" + match + "`" : "more than `" + own.getFirst() + "`",
            hosts,
            findings);
      }
    }
  }

  private static boolean isOwn(String match, String rule) {
    return match.equals(rule) || match.startsWith(rule + " && ") && !match.contains("||");
  }

  /**
   * One that claims a host, or writes into the configuration of a proxy that serves others too
   * (external-dns docs, "Annotations"; ingress-nginx docs, "Annotations").
   */
  private static void annotation(
      BundleObject object, MapNode.Entry entry, List<String> hosts, BundleFindings findings) {
    String key = entry.key().text();
    String value = entry.value() instanceof ScalarNode scalar ? scalar.text() : "";
    if (HostPlace.ANNOTATIONS.contains(key)
        && !SyncHooks.words(value).stream().allMatch(hosts::contains)) {
      refuse(object, entry.value().location(), "`" + value + "`", hosts, findings);
    } else if (key.contains("ingress.kubernetes.io/") && key.endsWith("-snippet")) {
      refuseSnippet(object, entry.key().location(), findings);
    }
  }

  static void refuseSnippet(BundleObject object, Location at, BundleFindings findings) {
    findings.error(
        "proxy-snippet",
        at,
        object.title() + " writes into the proxy's own configuration",
        "remove it");
  }

  private static void refuse(
      BundleObject object, Location at, String what, List<String> hosts, BundleFindings findings) {
    findings.error(
        "foreign-host",
        at,
        object.title()
            + " answers for "
            + what
            + (hosts.isEmpty()
                ? ", and the preview has no host"
                : ", and the preview's host is `" + String.join("` or `", hosts) + "`"),
        hosts.isEmpty()
            ? "write `exposure.domain` for routes of the bundle's own, or remove it"
            : "leave routes to the platform, or name the preview's host only");
  }
}
