package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;

/** A clone names a database or owner that its source does not have. */
public final class OtherDatabase implements CloneRule {
  @Override
  public void check(Corpus corpus, Clone pair, Findings out) {
    Resource clone = pair.cluster();
    Resource source = pair.source();
    for (String field : List.of("database", "owner")) {
      Node has = clone.at("spec", "bootstrap", "recovery", field);
      String needs = source.textOrEmpty("spec", "bootstrap", "initdb", field);
      boolean fixed = !TemplateText.isTemplated(NodeValues.text(has) + needs);
      if (has != null && fixed && !needs.isEmpty() && !needs.equals(NodeValues.text(has))) {
        out.add(
            has,
            "`%s` is `%s`, that of `%s` `%s`"
                .formatted(field, NodeValues.text(has), source.name(), needs));
      }
    }
  }
}
