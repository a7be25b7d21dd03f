package dev.mayfly.lint.rule.workload;

import dev.mayfly.kubernetes.Pods;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A preview runs an image that is not pinned by digest. */
public final class UnpinnedImage implements ResourceRule {
  @Override
  public void check(Corpus corpus, Resource resource, Findings out) {
    if (!PreviewScope.isPreview(resource)) {
      return;
    }
    for (MapNode container : Pods.containers(resource.pod())) {
      Node image = container.get("image");
      String text = NodeValues.text(image);
      if (image == null || text.contains("@sha256:") || TemplateText.isTemplated(text)) {
        continue;
      }
      String digest = text.substring(text.indexOf('@') + 1);
      if (text.contains("@") && !ImageDigest.isRegistered(digest)) {
        continue; // that it is none is said by another rule
      }
      if (corpus.mayChange(resource, "images")) {
        out.unverifiable(
            image, "`" + text + "` has no digest yet", "lint what kustomize makes of it");
      } else if (text.contains("@")) {
        out.add(image, "`" + text + "` has a digest that is not of sha256");
      } else {
        out.add(image, "`" + text + "` has no digest");
      }
    }
  }
}
