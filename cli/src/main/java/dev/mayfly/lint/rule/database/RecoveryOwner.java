package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A restored cluster does not say which database and owner it holds. */
public final class RecoveryOwner implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    Node recovery = resource.at("spec", "bootstrap", "recovery");
    if (!(recovery instanceof MapNode map)) {
      return;
    }
    boolean snapshot =
        NodeValues.isSet(map.get("volumeSnapshots")) || NodeValues.isSet(map.get("backup"));
    boolean database = NodeValues.isSet(map.get("database"));
    boolean owner = NodeValues.isSet(map.get("owner"));
    if (database != owner) {
      out.add(
          map.orThis(database ? "database" : "owner"),
          database
              ? "`database` is set and `owner` is not"
              : "`owner` is set and `database` is not");
    } else if (snapshot && !database && PreviewScope.isPreview(resource)) {
      boolean certain = NodeValues.isSet(map.get("volumeSnapshots"));
      out.add(
          certain ? Severity.ERROR : Severity.WARNING,
          resource.nearest("spec", "bootstrap", "recovery", "database"),
          "`database` and `owner` are not set");
    }
  }
}
