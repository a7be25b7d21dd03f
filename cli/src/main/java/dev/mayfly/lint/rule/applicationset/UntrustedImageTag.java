package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.ImageTag;
import dev.mayfly.lint.view.PullRequestParameters;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.lint.view.TemplateText;
import java.util.regex.Pattern;

/** A branch name is used as an image tag. */
public final class UntrustedImageTag implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS072",
          "untrusted-image-tag",
          Severity.WARNING,
          "a branch name is used as an image tag",
          """
          A tag holds letters, digits, `_`, `.` and `-`, and at most 128 of them. A branch such as
          `feature/cart` makes a reference that no node can pull, and the preview never starts.
          """,
          "use `{{ .head_sha }}`, or `{{ .branch_slug }}` where CI pushes the same slug",
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
                  helm: {parameters: [{name: image.tag, value: "{{ .branch }}"}]}
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
                  helm: {parameters: [{name: image.tag, value: "{{ .head_sha }}"}]}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          """);

  private static final Pattern PLAIN = Pattern.compile("\\s*\\.?([a-z_]+)\\s*");

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
          if (TemplateText.actions(tag.text()).stream().anyMatch(UntrustedImageTag::isFreeText)) {
            out.add(tag.at(), "`" + tag.text() + "` may hold what no image tag may, such as `/`");
          }
        }
      }
    }
  }

  private static boolean isFreeText(String action) {
    var matcher = PLAIN.matcher(action);
    return matcher.matches() && PullRequestParameters.UNTRUSTED.contains(matcher.group(1));
  }
}
