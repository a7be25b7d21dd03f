package dev.mayfly.lint.rule.workload;

import dev.mayfly.kubernetes.Pods;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** An image has a digest that cannot be one. */
public final class MalformedDigest implements ResourceRule {
  @Override
  public void check(Corpus corpus, Resource resource, Findings out) {
    for (MapNode container : Pods.containers(resource.pod())) {
      Node image = container.get("image");
      String text = NodeValues.text(image);
      int at = text.indexOf('@');
      if (image != null
          && at >= 0
          && !TemplateText.isTemplated(text)
          && !ImageDigest.isRegistered(text.substring(at + 1))
          && !corpus.mayChange(resource, "images")) {
        out.add(image, "`" + text.substring(at + 1) + "` is not a digest");
      }
    }
  }
}
