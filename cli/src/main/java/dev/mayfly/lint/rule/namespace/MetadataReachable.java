package dev.mayfly.lint.rule.namespace;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.platform.AddressRange;
import dev.mayfly.platform.Cidr;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Set;

/** A preview may reach the cloud's metadata service. */
public final class MetadataReachable implements DocumentRule {
  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.NETWORK_POLICY);
  }

  @Override
  public void check(Resource resource, Findings out) {
    if (!PreviewScope.isPreview(resource)) {
      return;
    }
    for (MapNode rule : resource.mapsAt("spec", "egress")) {
      for (MapNode peer : rule.mapsAt("to")) {
        if (peer.at("ipBlock", "cidr") instanceof Node cidr) {
          check(cidr, peer.textsAt("ipBlock", "except"), out);
        }
      }
    }
  }

  private static void check(Node cidr, List<ScalarNode> except, Findings out) {
    String range = NodeValues.text(cidr);
    AddressRange.METADATA.stream()
        .filter(address -> holds(range, address))
        .filter(address -> except.stream().noneMatch(it -> holds(it.text(), address)))
        .findFirst()
        .ifPresent(
            address -> out.add(cidr, "`" + address + "` is not excepted from `" + range + "`"));
  }

  private static boolean holds(String range, String address) {
    return Syntaxes.CIDR.matches(range) && Cidr.parse(range).holds(Cidr.of(address));
  }
}
