package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A cluster's image is not fixed. */
public final class MovingImage implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    Node image = resource.at("spec", "imageName");
    String text = NodeValues.text(image);
    if (image == null || text.isEmpty() || TemplateText.isTemplated(text)) {
      return;
    }
    String name = text.contains("@") ? text.substring(0, text.indexOf('@')) : text;
    boolean tagged = name.lastIndexOf(':') > name.lastIndexOf('/');
    if (name.endsWith(":latest")) {
      out.add(image, "the operator refuses the tag `latest` of `" + text + "`");
    } else if (text.contains("@") && !tagged) {
      out.add(image, "the operator refuses `" + text + "`, a digest without a tag");
    } else if (!text.contains("@sha256:") && PreviewScope.isPreview(resource)) {
      out.add(image, "`" + text + "` is not pinned by digest");
    }
  }
}
