package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;
import java.util.List;

/** The pull request's source overrides the platform's. */
public final class UntrustedSourceLast implements PreviewRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP063",
          "untrusted-source-last",
          Severity.ERROR,
          "the pull request's source overrides the platform's",
          """
          When two sources yield the same object the last one wins, with a warning only. A pull
          request that comes last can replace the quota, the network policies and the route of
          its own preview.
          """,
          "put the source of the pull request first",
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
                sources:
                - {repoURL: https://github.com/acme/gitops.git, path: previews/shop/baseline, targetRevision: main}
                - {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .head_sha }}"}
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
                sources:
                - {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .head_sha }}"}
                - {repoURL: https://github.com/acme/gitops.git, path: previews/shop/baseline, targetRevision: main}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(ApplicationView application, Findings out) {
    List<SourceView> sources = application.sources();
    boolean trusted = false;
    for (SourceView source : sources) {
      boolean renders = !source.text("path").isEmpty() || !source.text("chart").isEmpty();
      if (renders && source.isFromPullRequest() && trusted) {
        out.add(
            source.node(), "this source comes after one that the platform owns and wins over it");
      }
      trusted |= renders && !source.isFromPullRequest();
    }
  }
}
