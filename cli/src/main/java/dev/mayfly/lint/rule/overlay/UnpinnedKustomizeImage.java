package dev.mayfly.lint.rule.overlay;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.regex.Pattern;

/** An overlay sets an image by its tag. */
public final class UnpinnedKustomizeImage implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "KZ005",
          "unpinned-kustomize-image",
          Severity.ERROR,
          "an overlay sets an image by its tag",
          """
          `newTag` replaces whatever digest the bundle pinned, by something that can be moved.
          """,
          "set `digest`",
          """
          # file: previews/shop/pr-17/kustomization.yaml
          apiVersion: kustomize.config.k8s.io/v1beta1
          kind: Kustomization
          resources: [config.yaml]
          images: [{name: ghcr.io/acme/shop, newTag: pr-17}]
          # file: previews/shop/pr-17/config.yaml
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: shop, namespace: pr-17-shop}
          """,
          """
          # file: previews/shop/pr-17/kustomization.yaml
          apiVersion: kustomize.config.k8s.io/v1beta1
          kind: Kustomization
          resources: [config.yaml]
          images: [{name: ghcr.io/acme/shop, digest: "sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345"}]
          # file: previews/shop/pr-17/config.yaml
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: shop, namespace: pr-17-shop}
          """);

  private static final Pattern OVERLAY = Pattern.compile("(^|/)([a-z0-9-]+-)?pr-[0-9]+");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Kustomization kustomization : corpus.kustomizations()) {
      boolean overlay = OVERLAY.matcher(kustomization.directory()).find();
      for (MapNode image : Fields.maps(kustomization.at("images"))) {
        Node tag = image.get("newTag");
        if (overlay
            && tag != null
            && !Fields.isSet(image.get("digest"))
            && !Fields.text(tag).contains("@sha256:")) {
          out.add(tag, "`" + Fields.text(image.get("name")) + "` is not pinned by digest");
        }
      }
    }
  }
}
