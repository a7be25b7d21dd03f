package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.NodeValues;
import java.util.List;

/** A cluster is restored by its volume template. */
public final class DataSourceInTemplate implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    for (String volume : List.of("storage", "walStorage")) {
      for (String field : List.of("dataSource", "dataSourceRef")) {
        if (NodeValues.isSet(resource.at("spec", volume, "pvcTemplate", field))) {
          out.add(
              resource.nearest("spec", volume, "pvcTemplate", field),
              "`pvcTemplate.%s` of `%s` fills the volume, and initdb wants an empty one"
                  .formatted(field, volume));
        }
      }
    }
  }
}
