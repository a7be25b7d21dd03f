package dev.mayfly.lint.rule.database;

import dev.mayfly.facts.CloneRequest;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.Optional;

/** A clone runs another PostgreSQL than its source. */
public final class OtherMajor implements CloneRule {
  @Override
  public void check(Corpus corpus, Clone pair, Findings out) {
    Resource clone = pair.cluster();
    Resource source = pair.source();
    Node image = clone.at("spec", "imageName");
    Optional<Integer> has = CloneRequest.major(NodeValues.text(image));
    Optional<Integer> needs = CloneRequest.major(source.textOrEmpty("spec", "imageName"));
    if (image != null && has.isPresent() && needs.isPresent() && !has.equals(needs)) {
      out.add(
          image,
          "`%s` runs PostgreSQL %s, `%s` %s"
              .formatted(clone.name(), has.get(), source.name(), needs.get()));
    }
  }
}
