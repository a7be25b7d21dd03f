package dev.mayfly.lint.rule.overlay;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.Optional;

/** A preview's record lies in the folder of another pull request. */
public final class RecordElsewhere implements ResourceRule {
  @Override
  public void check(Corpus corpus, Resource record, Findings out) {
    Node number = record.at("spec", "pr", "number");
    Optional<String> folder = PreviewScope.overlayNumber(record);
    if (number != null && folder.isPresent() && !folder.get().equals(NodeValues.text(number))) {
      out.add(
          number,
          "`spec.pr.number` is %s, and it lies in `%s`"
              .formatted(NodeValues.text(number), record.directory()));
    }
  }
}
