package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Map;

/** A forge is named without what it needs. */
public final class IncompleteProvider implements ProviderRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS058",
          "incomplete-provider",
          Severity.ERROR,
          "a forge is named without what it needs",
          """
          The generator fails at every reconcile, and nothing is created, updated or deleted.
          """,
          "add the field",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - pullRequest:
                github: {repo: shop, labels: [preview], tokenRef: {secretName: forge, key: token}}
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

  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "github", List.of("owner", "repo"),
          "gitlab", List.of("project"),
          "gitea", List.of("owner", "repo", "api"),
          "bitbucketServer", List.of("project", "repo", "api"),
          "bitbucket", List.of("owner", "repo"),
          "azuredevops", List.of("organization", "project", "repo"));

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Generator generator, ScalarNode forge, MapNode body, Findings out) {
    for (String field : REQUIRED.getOrDefault(forge.text(), List.of())) {
      if (!Fields.isSet(body.get(field))) {
        out.add(forge, "`" + forge.text() + "` lacks `" + field + "`");
      }
    }
  }
}
