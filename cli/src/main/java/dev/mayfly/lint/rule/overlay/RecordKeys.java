package dev.mayfly.lint.rule.overlay;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;

/** A preview's record lacks a key that the ApplicationSet reads. */
public final class RecordKeys implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    for (String key : List.of("number", "headSha")) {
      Node value = resource.at("spec", "pr", key);
      if (value == null) {
        out.add(resource.nearest("spec", "pr", key), "`spec.pr." + key + "` is missing");
      } else if (!value.describe().equals("a string")) {
        out.add(value, "`spec.pr." + key + "` is " + value.describe() + ", not a string");
      } else if (key.equals("headSha") && !NodeValues.text(value).matches("[0-9a-f]{40}")) {
        out.add(value, "`spec.pr.headSha` is not a full commit id");
      }
    }
    for (MapNode.Entry image : NodeValues.entries(resource.at("spec", "images"))) {
      Node digest = image.value().at("digest");
      if (digest == null || ImageDigest.parse(NodeValues.text(digest)).isEmpty()) {
        out.add(
            digest == null ? image.key() : digest,
            "image `" + image.key().text() + "` has no digest");
      }
    }
  }
}
