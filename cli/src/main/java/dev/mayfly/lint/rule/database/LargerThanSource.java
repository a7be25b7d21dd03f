package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Quantities;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.Optional;
import java.util.Set;

/** A clone's volume is larger than its driver allows. */
public final class LargerThanSource implements CloneRule {
  private static final Set<String> EXACT =
      Set.of("driver.longhorn.io", "zfs.csi.openebs.io", "local.csi.openebs.io");

  @Override
  public void check(Corpus corpus, Clone pair, Findings out) {
    Optional<String> driver = pair.driver(corpus).filter(EXACT::contains);
    Node size = pair.cluster().at("spec", "storage", "size");
    Node restored = pair.source().at("spec", "storage", "size");
    if (size != null
        && pair.fromSnapshot()
        && driver.isPresent()
        && Quantities.compare(out, size, restored) > 0) {
      out.add(
          size,
          "`%s` has %s, `%s` %s, and `%s` restores that size and no other"
              .formatted(
                  pair.cluster().name(),
                  NodeValues.text(size),
                  pair.source().name(),
                  NodeValues.text(restored),
                  driver.get()));
    }
  }
}
