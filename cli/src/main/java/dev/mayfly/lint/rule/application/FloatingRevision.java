package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import java.util.regex.Pattern;

/** A preview follows a branch instead of a commit. */
public final class FloatingRevision implements PreviewRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP064",
          "floating-revision",
          Severity.WARNING,
          "a preview follows a branch instead of a commit",
          """
          A branch moves between the check and the sync, its name is free text, and it is gone
          after the merge: hooks that run on deletion can then no longer be read and the
          Application hangs.
          """,
          "use `{{ .head_sha }}`",
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
                source: {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .branch }}"}
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
                source: {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .head_sha }}"}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          """);

  private static final Pattern BRANCH = Pattern.compile("(?:^|[\\s.(])branch(?:$|[\\s|)])");

  /** The references that forges keep for pull requests. */
  private static final Pattern HEAD_REF =
      Pattern.compile("^refs/(pull|merge-requests|pull-requests)/");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(ApplicationView application, Findings out) {
    for (SourceView source : application.sources()) {
      Node revision = source.at("targetRevision");
      boolean branch =
          TemplateText.actions(Fields.text(revision)).stream()
              .anyMatch(it -> BRANCH.matcher(it).find());
      if (revision != null && branch) {
        out.add(revision, "`" + Fields.text(revision) + "` is a branch");
      } else if (revision != null && HEAD_REF.matcher(Fields.text(revision)).find()) {
        out.add(revision, "`" + Fields.text(revision) + "` moves with every push");
      }
    }
  }
}
