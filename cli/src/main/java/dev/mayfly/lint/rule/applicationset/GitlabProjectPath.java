package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;

/** A GitLab webhook never reaches this generator. */
public final class GitlabProjectPath implements ProviderRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS052",
          "gitlab-project-path",
          Severity.WARNING,
          "a GitLab webhook never reaches this generator",
          """
          The API takes a path as well as a number, but the webhook compares the project with
          the numeric id of the event. With a path no webhook matches, and closing a merge
          request waits for the next poll.
          """,
          "write the numeric id of the project",
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
                  project: acme/shop
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
    Node project = forge.text().equals("gitlab") ? body.get("project") : null;
    String text = Fields.text(project);
    if (project != null && !text.matches("[0-9]+") && !TemplateText.isTemplated(text)) {
      out.add(project, "`" + text + "` is no numeric id");
    }
  }
}
