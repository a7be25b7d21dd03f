package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.Edit;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Numbers;
import dev.mayfly.lint.view.PreviewDocumentRule;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A preview's database costs more than it needs. */
public final class CostlyPreview implements PreviewDocumentRule {
  @Override
  public void checkPreview(Resource resource, Findings out) {
    Node instances = resource.at("spec", "instances");
    if (instances != null && Numbers.read(instances, out).orElse(1) > 1) {
      out.add(
          instances, "`instances` is " + NodeValues.text(instances) + ", and a preview needs one");
    }
    Node pdb = resource.at("spec", "enablePDB");
    if ((pdb == null || NodeValues.isTrue(pdb)) && resource.at("spec") instanceof MapNode spec) {
      out.add(
          pdb == null ? resource.nearest("spec", "enablePDB") : pdb,
          "`enablePDB` is `true`%s, which blocks node drains"
              .formatted(pdb == null ? " where it is not set" : ""),
          pdb == null
              ? Edit.addEntry(spec, "enablePDB: false")
              : Edit.replace(pdb.location(), "false"));
    }
  }
}
