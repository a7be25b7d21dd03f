package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Quantities;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A clone's volume is smaller than its source's. */
public final class SmallerThanSource implements CloneRule {
  @Override
  public void check(Corpus corpus, Clone pair, Findings out) {
    Node size = pair.cluster().at("spec", "storage", "size");
    Node needed = pair.source().at("spec", "storage", "size");
    if (pair.fromSnapshot() && Quantities.compare(out, size, needed) < 0 && size != null) {
      out.add(
          size,
          "`%s` has %s, `%s` %s"
              .formatted(
                  pair.cluster().name(),
                  NodeValues.text(size),
                  pair.source().name(),
                  NodeValues.text(needed)));
    }
  }
}
