package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.platform.Targets;
import dev.mayfly.yaml.NodeValues;

/** A project uses `signatureKeys`. */
public final class DeprecatedSignatureKeys implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    if (NodeValues.isSet(resource.at("spec", "signatureKeys"))
        && out.targets().argocd().isAtLeast(3, 5)) {
      out.add(
          Targets.Part.ARGOCD,
          resource.nearest("spec", "signatureKeys"),
          "`signatureKeys` has gone out of use with Argo CD 3.5");
    }
  }
}
