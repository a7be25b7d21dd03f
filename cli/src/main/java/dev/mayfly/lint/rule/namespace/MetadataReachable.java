package dev.mayfly.lint.rule.namespace;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A preview may reach the cloud's metadata service. */
public final class MetadataReachable implements DocumentRule {
  private static final Set<String> ALL =
      Set.of("0.0.0.0/0", "169.254.0.0/16", "169.254.169.254/32");

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.NETWORK_POLICY);
  }

  @Override
  public void check(Resource resource, Findings out) {
    if (!PreviewScope.isPreview(resource)) {
      return;
    }
    for (MapNode rule : Fields.maps(resource.at("spec", "egress"))) {
      for (MapNode peer : Fields.maps(rule.get("to"))) {
        Node cidr = peer.at("ipBlock", "cidr");
        boolean excepted =
            Fields.texts(peer.at("ipBlock", "except")).stream()
                .anyMatch(it -> it.text().startsWith("169.254."));
        if (cidr != null && !excepted && ALL.contains(Fields.text(cidr))) {
          out.add(cidr, "`169.254.169.254` is not excepted from `" + Fields.text(cidr) + "`");
        }
      }
    }
  }
}
