package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** Deleting a preview deletes production's snapshot. */
public final class SharedSnapshotDeleted implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    Node policy = resource.at("spec", "deletionPolicy");
    boolean handed = NodeValues.isSet(resource.at("spec", "source", "snapshotHandle"));
    if (policy != null && handed && NodeValues.text(policy).equals("Delete")) {
      boolean preview =
          PreviewScope.isPreview(resource)
              || PreviewScope.isPreviewName(
                  resource.textOrEmpty("spec", "volumeSnapshotRef", "namespace"));
      if (preview) {
        out.add(
            policy,
            "`deletionPolicy` is `Delete`, and `snapshotHandle` names a snapshot made elsewhere");
      }
    }
  }
}
