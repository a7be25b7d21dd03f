package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Edit;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A preview's database costs more than it needs. */
public final class CostlyPreview implements DocumentRule {
  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.CLUSTER);
  }

  @Override
  public void check(Resource resource, Findings out) {
    if (!PreviewScope.isPreview(resource)) {
      return;
    }
    Node instances = resource.at("spec", "instances");
    if (instances != null && Fields.integer(instances).orElse(1) > 1) {
      out.add(instances, "a preview needs one instance");
    }
    Node pdb = resource.at("spec", "enablePDB");
    if ((pdb == null || Fields.isTrue(pdb)) && resource.at("spec") instanceof MapNode spec) {
      out.add(
          pdb == null ? resource.nearest("spec", "enablePDB") : pdb,
          "the disruption budget blocks node drains",
          pdb == null
              ? Edit.addEntry(spec, "enablePDB: false")
              : Edit.replace(pdb.location(), "false"));
    }
  }
}
