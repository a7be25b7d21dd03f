package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.regex.Pattern;

/** A preview is named after a commit. */
public final class CommitIdentity implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS070",
          "commit-identity",
          Severity.WARNING,
          "a preview is named after a commit",
          """
          Every push gives the preview another name: Argo CD deletes the old Application and starts a
          new one that is empty, and a namespace that it had created stays behind each time.
          """,
          "name previews after `.number`, and use the commit for revisions and images",
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
                name: shop-pr-{{ .number }}-{{ .head_short_sha }}
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

  private static final Pattern COMMIT = Pattern.compile("\\bhead_(?:short_)?sha(?:_7)?\\b");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    List<ScalarNode> names = set.pullRequests().isEmpty() ? List.of() : set.identities();
    for (ScalarNode name : names) {
      if (TemplateText.actions(name.text()).stream().anyMatch(it -> COMMIT.matcher(it).find())) {
        out.add(name, "`" + name.text() + "` is another name after every push");
      }
    }
  }
}
