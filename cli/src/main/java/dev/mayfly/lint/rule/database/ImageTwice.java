package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A cluster names its image and a catalogue. */
public final class ImageTwice implements DocumentRule {
  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.CLUSTER);
  }

  @Override
  public void check(Resource resource, Findings out) {
    Node catalog = resource.at("spec", "imageCatalogRef");
    if (catalog != null
        && Fields.isSet(catalog)
        && Fields.isSet(resource.at("spec", "imageName"))) {
      out.add(catalog, "`imageCatalogRef` cannot stand beside `imageName`");
    }
  }
}
