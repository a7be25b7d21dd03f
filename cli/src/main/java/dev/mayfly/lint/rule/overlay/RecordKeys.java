package dev.mayfly.lint.rule.overlay;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Set;

/** A preview's record lacks a key that the ApplicationSet reads. */
public final class RecordKeys implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "PV002",
          "record-keys",
          Severity.ERROR,
          "a preview's record lacks a key that the ApplicationSet reads",
          """
          With `missingkey=error` one record without the key stops the generation and the
          teardown of all previews. A number that is not a string is read as a float in some
          places.
          """,
          "render the overlay again",
          """
          # file: previews/shop/pr-17/preview.yaml
          apiVersion: mayfly.dev/v1alpha1
          kind: Preview
          metadata: {name: shop-pr-17}
          spec:
            app: shop
            pr: {number: 17, headSha: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567, repository: acme/shop}
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
  public Set<GroupKind> kinds() {
    return Set.of(Records.KIND);
  }

  @Override
  public void check(Resource resource, Findings out) {
    for (String key : List.of("number", "headSha")) {
      Node value = resource.at("spec", "pr", key);
      if (value == null) {
        out.add(resource.nearest("spec", "pr", key), "`spec.pr." + key + "` is missing");
      } else if (!value.describe().equals("a string")) {
        out.add(value, "`spec.pr." + key + "` is " + value.describe() + ", not a string");
      } else if (key.equals("headSha") && !Fields.text(value).matches("[0-9a-f]{40}")) {
        out.add(value, "`spec.pr.headSha` is no full commit id");
      }
    }
    for (MapNode.Entry image : Fields.entries(resource.at("spec", "images"))) {
      Node digest = image.value().at("digest");
      if (digest == null || !Fields.text(digest).matches("sha256:[0-9a-f]{64}")) {
        out.add(
            digest == null ? image.key() : digest,
            "image `" + image.key().text() + "` has no digest");
      }
    }
  }
}
