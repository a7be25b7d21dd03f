package dev.mayfly.lint.rule.namespace;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.argocd.SyncOptions;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewDocumentRule;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** An object of a preview is kept when the preview goes. */
public final class KeptObject implements PreviewDocumentRule {
  @Override
  public void checkPreview(Resource resource, Findings out) {
    Node options = resource.at("metadata", "annotations", ArgoMetadata.SYNC_OPTIONS);
    for (String option : NodeValues.text(options).split(",", -1)) {
      if (options != null && SyncOptions.KEEPING.contains(option.strip())) {
        out.add(options, "`" + ArgoMetadata.SYNC_OPTIONS + "` holds `" + option.strip() + "`");
      }
    }
    Node policy = resource.at("metadata", "annotations", "helm.sh/resource-policy");
    if (policy != null && NodeValues.text(policy).equals("keep")) {
      out.add(policy, "`helm.sh/resource-policy` is `keep`");
    }
  }
}
