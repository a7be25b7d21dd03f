package dev.mayfly.lint.rule.overlay;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.PreviewSources;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.regex.Pattern;

/** A kustomization fetches from outside. */
public final class RemoteBase implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP072",
          "remote-base",
          Severity.WARNING,
          "a kustomization fetches from outside",
          """
          Remote bases are fetched whatever `sourceRepos` says, and one without a commit
          changes without a change here. Where no preview is made from the kustomization this
          is a note.
          """,
          "copy it in, or name a commit (`?ref=<40 hex digits>`)",
          """
          # file: previews/shop/pr-17/kustomization.yaml
          apiVersion: kustomize.config.k8s.io/v1beta1
          kind: Kustomization
          resources: [config.yaml, "https://github.com/acme/base//deploy?ref=main"]
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
          # file: previews/shop/pr-17/config.yaml
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: shop, namespace: pr-17-shop}
          """);

  private static final Pattern FIXED =
      Pattern.compile("[?&]ref=[0-9a-f]{40}|[?&]ref=v?[0-9]+[.]|/v?[0-9]+[.][0-9]+[^/]*/");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    PreviewSources previews = new PreviewSources(corpus);
    for (Kustomization kustomization : corpus.kustomizations()) {
      boolean preview = previews.holds(kustomization.directory());
      for (String field : List.of("resources", "bases", "components")) {
        for (ScalarNode entry : kustomization.texts(field)) {
          if (Kustomization.isRemote(entry.text()) && !FIXED.matcher(entry.text()).find()) {
            out.add(
                preview ? Severity.WARNING : Severity.NOTE,
                entry,
                "`" + entry.text() + "` is fetched from outside, at no fixed commit");
          }
        }
      }
    }
  }
}
