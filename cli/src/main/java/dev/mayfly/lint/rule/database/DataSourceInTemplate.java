package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Set;

/** A cluster is restored by its volume template. */
public final class DataSourceInTemplate implements DocumentRule {
  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.CLUSTER);
  }

  @Override
  public void check(Resource resource, Findings out) {
    for (String volume : List.of("storage", "walStorage")) {
      for (String field : List.of("dataSource", "dataSourceRef")) {
        Node source = resource.at("spec", volume, "pvcTemplate", field);
        if (source != null && Fields.isSet(source)) {
          out.add(source, "`" + field + "` makes initdb fail");
        }
      }
    }
  }
}
