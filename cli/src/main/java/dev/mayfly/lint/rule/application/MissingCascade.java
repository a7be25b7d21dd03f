package dev.mayfly.lint.rule.application;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** Deleting a preview leaves its resources behind. */
public final class MissingCascade implements PreviewRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    List<ScalarNode> finalizers = application.textsAt("metadata", "finalizers");
    boolean cascades = finalizers.stream().anyMatch(it -> ArgoMetadata.cascades(it.text()));
    boolean added = application.isGenerated() && finalizers.isEmpty();
    if (!cascades && !added && !application.isPatched("finalizers")) {
      out.add(
          application.nearest("metadata", "finalizers"),
          "`finalizers` lacks `" + ArgoMetadata.FINALIZER + "`");
    }
  }
}
