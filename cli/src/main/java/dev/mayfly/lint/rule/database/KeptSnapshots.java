package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.Optional;

/** The snapshots of previews are never deleted. */
public final class KeptSnapshots implements ResourceRule {
  @Override
  public void check(Corpus corpus, Resource backup, Findings out) {
    String cluster = backup.textOrEmpty("spec", "cluster", "name");
    Optional<Resource> source = corpus.find(GroupKind.CLUSTER, backup.namespace(), cluster);
    if (source.isEmpty() || !PreviewScope.isPreview(backup) || corpus.mayChange(source.get())) {
      return;
    }
    Node section = source.get().at("spec", "backup", "volumeSnapshot");
    Node owner = source.get().at("spec", "backup", "volumeSnapshot", "snapshotOwnerReference");
    if (section != null && !NodeValues.text(owner).equals("backup")) {
      out.about(source.get())
          .add(
              owner == null ? source.get().nearest("spec", "backup", "volumeSnapshot") : owner,
              "`snapshotOwnerReference` is `%s`, so the snapshot of `%s` stays"
                  .formatted(owner == null ? "none" : NodeValues.text(owner), backup.name()));
    }
  }
}
