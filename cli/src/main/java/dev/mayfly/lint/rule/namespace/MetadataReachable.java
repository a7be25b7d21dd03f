package dev.mayfly.lint.rule.namespace;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewDocumentRule;
import dev.mayfly.platform.AddressRange;
import dev.mayfly.platform.Cidr;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A preview may reach the cloud's metadata service. */
public final class MetadataReachable implements PreviewDocumentRule {
  @Override
  public void checkPreview(Resource resource, Findings out) {
    for (MapNode rule : resource.mapsAt("spec", "egress")) {
      for (MapNode peer : rule.mapsAt("to")) {
        if (peer.get("ipBlock") instanceof MapNode block
            && block.get("cidr") instanceof Node cidr) {
          AddressRange.METADATA.stream()
              .filter(address -> Cidr.takesIn(block, address))
              .findFirst()
              .ifPresent(address -> report(cidr, address, out));
        }
      }
    }
  }

  private static void report(Node cidr, String address, Findings out) {
    out.add(cidr, "`%s` is not excepted from `%s`".formatted(address, NodeValues.text(cidr)));
  }
}
