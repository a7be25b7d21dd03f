package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.Optional;

/** The volumes of previews are never deleted. */
public final class RetainedVolume implements ResourceRule {
  @Override
  public void check(Corpus corpus, Resource cluster, Findings out) {
    for (String volume : List.of("storage", "walStorage")) {
      Node name = cluster.at("spec", volume, "storageClass");
      Optional<Resource> type = corpus.find(GroupKind.STORAGE_CLASS, "", NodeValues.text(name));
      boolean kept = type.filter(it -> "Retain".equals(it.textAt("reclaimPolicy"))).isPresent();
      if (name != null && kept && PreviewScope.isPreview(cluster)) {
        out.add(name, "the `reclaimPolicy` of class `" + NodeValues.text(name) + "` is `Retain`");
      }
    }
  }
}
