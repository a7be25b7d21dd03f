package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.regex.Pattern;

/** A preview is told apart by a branch slug alone. */
public final class SlugIdentity implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS012",
          "slug-identity",
          Severity.WARNING,
          "a preview is told apart by a branch slug alone",
          """
          Two branches can have one slug (`feat/a` and `feat-a`; long names are cut), a slug
          can be empty, and its author chooses it. Two previews with one name delete each
          other's objects.
          """,
          "add `{{ .number }}` to the name",
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
                name: shop-{{ .branch_slug }}
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

  private static final Pattern SLUG = Pattern.compile("\\b(branch_slug|slugify)\\b");

  private static final Pattern UNIQUE = Pattern.compile("\\b(number|head_sha)\\b");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    for (ScalarNode text :
        set.pullRequests().isEmpty() ? List.<ScalarNode>of() : set.identities()) {
      boolean slug =
          TemplateText.actions(text.text()).stream()
              .anyMatch(action -> SLUG.matcher(action).find());
      boolean unique =
          TemplateText.actions(text.text()).stream()
              .anyMatch(action -> UNIQUE.matcher(action).find());
      if (slug && !unique) {
        out.add(text, "`" + text.text() + "` can be the same for two pull requests");
      }
    }
  }
}
