package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Edit;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** Closed and merged merge requests keep their preview. */
public final class ClosedMergeRequests implements ProviderRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS028",
          "closed-merge-requests",
          Severity.ERROR,
          "closed and merged merge requests keep their preview",
          """
          GitLab's list has no default state: without `pullRequestState: opened` every merge
          request there ever was gets a preview and keeps it.
          """,
          "add `pullRequestState: opened`",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - pullRequest:
                gitlab:
                  project: "4711"
                  labels: [preview]
                  tokenRef: {secretName: forge, key: token}
                filters: [{targetBranchMatch: "^main$"}]
            template:
              metadata:
                name: shop-pr-{{ .number }}
              spec:
                project: previews
                destination: {server: https://kubernetes.default.svc, namespace: "pr-{{ .number }}-shop"}
                source: {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .head_sha }}"}
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
                gitlab:
                  project: "4711"
                  labels: [preview]
                  pullRequestState: opened
                  tokenRef: {secretName: forge, key: token}
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

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Generator generator, ScalarNode forge, MapNode body, Findings out) {
    Node state = body.get("pullRequestState");
    String text = Fields.text(state);
    if (forge.text().equals("gitlab")
        && !text.equals("opened")
        && !TemplateText.isTemplated(text)) {
      out.add(
          state == null ? forge : state,
          "merge requests that are not open get a preview too",
          state == null ? Edit.addEntry(body, "pullRequestState: opened") : List.of());
    }
  }
}
