package dev.mayfly.lint.rule.overlay;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import java.util.HashMap;
import java.util.Map;

/** Two records describe the same preview. */
public final class RecordTwice implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "PV003",
          "record-twice",
          Severity.ERROR,
          "two records describe the same preview",
          """
          Both yield an Application of one name; Argo CD then skips both.
          """,
          "delete one of them",
          """
          # file: previews/shop/pr-17/preview.yaml
          apiVersion: mayfly.dev/v1alpha1
          kind: Preview
          metadata: {name: shop-pr-17}
          spec:
            app: shop
            pr: {number: "17", headSha: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567, repository: acme/shop}
            images: {app: {digest: "sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345"}}
          # file: previews/shop/pr-17-copy/preview.yaml
          apiVersion: mayfly.dev/v1alpha1
          kind: Preview
          metadata: {name: shop-pr-17}
          spec:
            app: shop
            pr: {number: "17", headSha: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567, repository: acme/shop}
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
    Map<String, Resource> first = new HashMap<>();
    for (Resource record : corpus.of(Records.KIND)) {
      if (!Records.isRead(record)) {
        continue;
      }
      String key =
          Fields.text(record.at("spec", "app"))
              + " "
              + Fields.text(record.at("spec", "pr", "number"));
      Resource other = first.putIfAbsent(key, record);
      if (other != null) {
        out.about(record).add(record.subject(), "the same preview is described in " + other.file());
      }
    }
  }
}
