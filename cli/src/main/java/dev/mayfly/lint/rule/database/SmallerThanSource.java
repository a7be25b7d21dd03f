package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.kubernetes.WrittenAmounts;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Quantities;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.Optional;

/** A clone's volume is smaller than its source's. */
public final class SmallerThanSource implements CloneRule {
  @Override
  public void check(Corpus corpus, Clones.Clone pair, Findings out) {
    Resource clone = pair.cluster();
    Resource source = pair.source();
    if (!pair.fromSnapshot()) {
      return;
    }
    Node size = clone.at("spec", "storage", "size");
    Optional<Quantity> has = WrittenAmounts.read(size);
    Optional<Quantity> needs = WrittenAmounts.read(source.at("spec", "storage", "size"));
    if (Quantities.areRead(out, size, source.at("spec", "storage", "size"))
        && size != null
        && has.isPresent()
        && needs.isPresent()
        && has.get().compareTo(needs.get()) < 0) {
      out.add(
          size,
          "`%s` has %s, `%s` %s"
              .formatted(
                  clone.name(),
                  NodeValues.text(size),
                  source.name(),
                  source.textOrEmpty("spec", "storage", "size")));
    }
  }
}
