package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.ImageTag;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.lint.view.TemplateText;
import java.util.regex.Pattern;

/** An image tag is made from eight characters of the commit. */
public final class ShortCommitTag implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS073",
          "short-commit-tag",
          Severity.NOTE,
          "an image tag is made from eight characters of the commit",
          """
          `head_short_sha` has eight characters; the tags of docker/metadata-action have seven. Where
          the two differ the image does not exist, and the preview stays in ImagePullBackOff.
          """,
          "use `{{ .head_sha }}` on both sides",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - pullRequest:
                github: {owner: acme, repo: shop, labels: [preview], tokenRef: {secretName: forge, key: token}}
                filters: [{targetBranchMatch: "^main$"}]
            template:
              metadata:
                name: shop-pr-{{ .number }}
              spec:
                project: previews
                destination: {server: https://kubernetes.default.svc, namespace: "pr-{{ .number }}-shop"}
                source:
                  repoURL: https://github.com/acme/shop.git
                  path: deploy
                  targetRevision: main
                  helm: {parameters: [{name: image.tag, value: "pr-{{ .number }}-{{ .head_short_sha }}"}]}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          """,
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - pullRequest:
                github: {owner: acme, repo: shop, labels: [preview], tokenRef: {secretName: forge, key: token}}
                filters: [{targetBranchMatch: "^main$"}]
            template:
              metadata:
                name: shop-pr-{{ .number }}
              spec:
                project: previews
                destination: {server: https://kubernetes.default.svc, namespace: "pr-{{ .number }}-shop"}
                source:
                  repoURL: https://github.com/acme/shop.git
                  path: deploy
                  targetRevision: main
                  helm: {parameters: [{name: image.tag, value: "pr-{{ .number }}-{{ .head_sha }}"}]}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          """);

  private static final Pattern EIGHT = Pattern.compile("\\bhead_short_sha\\b");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    if (set.pullRequests().isEmpty()) {
      return;
    }
    for (ApplicationView application : set.applications()) {
      for (SourceView source : application.sources()) {
        for (ImageTag tag : ImageTag.of(source)) {
          if (TemplateText.actions(tag.text()).stream().anyMatch(it -> EIGHT.matcher(it).find())) {
            out.unverifiable(
                tag.at(),
                "`" + tag.text() + "` holds eight characters of the commit",
                "CI must push eight as well; `head_short_sha_7` holds seven");
          }
        }
      }
    }
  }
}
