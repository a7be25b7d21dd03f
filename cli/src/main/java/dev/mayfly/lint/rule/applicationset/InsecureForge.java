package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;

/** The forge's certificate is not checked. */
public final class InsecureForge implements ProviderRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS030",
          "insecure-forge",
          Severity.WARNING,
          "the forge's certificate is not checked",
          """
          With `insecure: true` whoever stands in between reads the token and answers with pull
          requests of their own: that is enough to deploy anything the project permits.
          """,
          "trust the forge's own authority with `caRef`",
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
                  insecure: true
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
    Node insecure = body.get("insecure");
    if (insecure != null && Fields.isTrue(insecure)) {
      out.add(insecure, "the certificate of the forge is not checked");
    }
  }
}
