package dev.mayfly.lint.rule.workload;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PodSpecs;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.regex.Pattern;

/** An image has a digest that cannot be one. */
public final class MalformedDigest implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "WL001",
          "malformed-digest",
          Severity.ERROR,
          "an image has a digest that cannot be one",
          """
          A digest is `sha256:` and 64 small hex digits. Anything else is refused when the
          image is pulled, long after the sync.
          """,
          "copy the digest as the registry gives it",
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: shop, namespace: pr-17-shop}
          spec:
            selector: {matchLabels: {app: shop}}
            template:
              metadata: {labels: {app: shop}}
              spec:
                containers:
                - name: shop
                  image: ghcr.io/acme/shop@sha256:3B1E0C7D52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345
                  env: [{name: REPLICAS, value: "2"}]
          """,
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: shop, namespace: pr-17-shop}
          spec:
            selector: {matchLabels: {app: shop}}
            template:
              metadata: {labels: {app: shop}}
              spec:
                containers:
                - name: shop
                  image: ghcr.io/acme/shop@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345
                  env: [{name: REPLICAS, value: "2"}]
          """);

  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource resource : corpus.resources()) {
      for (MapNode container : PodSpecs.containers(resource)) {
        Node image = container.get("image");
        String text = Fields.text(image);
        int at = text.indexOf('@');
        if (image != null
            && at >= 0
            && !TemplateText.isTemplated(text)
            && !DIGEST.matcher(text.substring(at + 1)).matches()
            && !corpus.mayChange(resource, "images")) {
          out.about(resource).add(image, "`" + text.substring(at + 1) + "` is no digest");
        }
      }
    }
  }
}
