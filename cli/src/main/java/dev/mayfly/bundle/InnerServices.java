package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.MapNode.Entry;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.Set;

/**
 * A Service of a preview leads to its own pods and is called from inside the cluster. The other
 * types and fields open a way out or in past the platform's route, and {@code externalIPs} takes an
 * address in the whole cluster (Kubernetes docs, "Service").
 */
final class InnerServices implements ObjectCheck {
  static final Set<String> FIELDS =
      Set.of(
          "type",
          "selector",
          "ports",
          "clusterIP",
          "clusterIPs",
          "ipFamilies",
          "ipFamilyPolicy",
          "internalTrafficPolicy",
          "publishNotReadyAddresses",
          "sessionAffinity",
          "sessionAffinityConfig",
          "trafficDistribution");

  private static final String HINT = "the platform's route leads to it; leave this out";

  @Override
  public void check(Bundle bundle, BundleObject object, BundleFindings findings) {
    if (object.type().equals(GroupKind.SERVICE)
        && object.root().get("spec") instanceof MapNode spec) {
      spec.entries().forEach(field -> field(object, field, findings));
    }
  }

  private static void field(BundleObject object, Entry field, BundleFindings findings) {
    String name = field.key().text();
    Node value = field.value();
    switch (name) {
      case "type" -> {
        if (!isOneOf(value, "ClusterIP")) {
          refuse(object, field, "is of a type that is not `ClusterIP`", findings);
        }
      }
      case "clusterIP", "clusterIPs" -> {
        if (!isOneOf(value, "None")) {
          refuse(object, field, "chooses its own address", findings);
        }
      }
      case "ports" -> {
        if (value instanceof ListNode ports
            && ports.items().stream().anyMatch(port -> port.at("nodePort") != null)) {
          refuse(object, field, "opens a port on every node", findings);
        }
      }
      default -> {
        if (!FIELDS.contains(name) && NodeValues.isSet(value)) {
          refuse(object, field, "has `spec." + name + "`", findings);
        }
      }
    }
  }

  private static boolean isOneOf(Node value, String word) {
    return switch (value) {
      case ScalarNode scalar -> !NodeValues.isSet(scalar) || scalar.text().equals(word);
      case ListNode list -> list.items().stream().allMatch(item -> isOneOf(item, word));
      case MapNode ignored -> false;
    };
  }

  private static void refuse(
      BundleObject object, Entry field, String what, BundleFindings findings) {
    findings.error("open-service", field.value().location(), object.title() + " " + what, HINT);
  }
}
