package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A project uses `signatureKeys`. */
public final class DeprecatedSignatureKeys implements DocumentRule {
  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.PROJECT);
  }

  @Override
  public void check(Resource resource, Findings out) {
    Node keys = resource.at("spec", "signatureKeys");
    if (keys != null && Fields.isSet(keys) && out.targets().argocd().isAtLeast(3, 5)) {
      out.add(resource.nearest("spec", "signatureKeys"), "`signatureKeys` is deprecated");
    }
  }
}
