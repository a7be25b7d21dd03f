package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.NodeValues;

/** A cluster names its image and a catalogue. */
public final class ImageTwice implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    if (NodeValues.isSet(resource.at("spec", "imageCatalogRef"))
        && NodeValues.isSet(resource.at("spec", "imageName"))) {
      out.add(
          resource.nearest("spec", "imageCatalogRef"),
          "`imageCatalogRef` stands beside `imageName`");
    }
  }
}
