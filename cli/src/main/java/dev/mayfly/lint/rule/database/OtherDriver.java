package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.Optional;

/** A clone's storage class belongs to another driver than its snapshot. */
public final class OtherDriver implements CloneRule {
  @Override
  public void check(Corpus corpus, Clone pair, Findings out) {
    Node name = pair.cluster().at("spec", "storage", "storageClass");
    Optional<String> makes = Clone.driverOf(corpus, NodeValues.text(name));
    Optional<String> took = pair.driver(corpus);
    if (name != null
        && pair.fromSnapshot()
        && makes.isPresent()
        && took.isPresent()
        && !makes.equals(took)) {
      out.add(
          name,
          "`%s` is of `%s`, the snapshot of `%s`"
              .formatted(NodeValues.text(name), makes.get(), took.get()));
    }
  }
}
