package dev.mayfly.lint.rule.overlay;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import java.util.Optional;

/** A preview's record lies in the folder of another pull request. */
public final class RecordElsewhere implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "PV001",
          "record-elsewhere",
          Severity.ERROR,
          "a preview's record lies in the folder of another pull request",
          """
          The ApplicationSet names everything after the record. A record with another number in
          this folder makes a second Application for a preview that exists, or takes one over.
          """,
          "render the overlay again",
          """
          # file: previews/shop/pr-17/preview.yaml
          apiVersion: mayfly.dev/v1alpha1
          kind: Preview
          metadata: {name: shop-pr-17}
          spec:
            app: shop
            pr: {number: "18", headSha: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567, repository: acme/shop}
            images: {app: {digest: "sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345"}}
          """,
          """
          # file: previews/shop/pr-17/preview.yaml
          apiVersion: mayfly.dev/v1alpha1
          kind: Preview
          metadata: {name: shop-pr-17}
          spec:
            app: shop
            pr: {number: "17", headSha: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567, repository: acme/shop}
            images: {app: {digest: "sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345"}}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource record : corpus.of(Records.KIND)) {
      Node number = record.at("spec", "pr", "number");
      Optional<String> folder = PreviewScope.overlayNumber(record);
      if (number != null && folder.isPresent() && !folder.get().equals(Fields.text(number))) {
        out.about(record).add(number, "this folder belongs to pull request " + folder.get());
      }
    }
  }
}
