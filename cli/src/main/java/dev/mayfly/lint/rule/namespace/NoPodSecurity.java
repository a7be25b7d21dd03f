package dev.mayfly.lint.rule.namespace;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.kubernetes.KubernetesMetadata;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewDocumentRule;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A preview's namespace does not enforce pod security. */
public final class NoPodSecurity implements PreviewDocumentRule {
  private static final String LABEL = KubernetesMetadata.ENFORCED_POD_SECURITY;

  @Override
  public void checkPreview(Resource resource, Findings out) {
    Node level = resource.at("metadata", "labels", LABEL);
    if (level == null) {
      out.add(
          Severity.WARNING,
          resource.nearest("metadata", "labels", LABEL),
          "the label `" + LABEL + "` is not set");
    } else if (NodeValues.text(level).equals("privileged")) {
      out.add(level, "`" + LABEL + "` is `privileged`");
    }
  }
}
