package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.platform.Version;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import org.jspecify.annotations.Nullable;

/** An ApplicationSet uses a field that the Argo CD in use does not know. */
public final class NewerSetField implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS090",
          "newer-set-field",
          Severity.ERROR,
          "an ApplicationSet uses a field that the Argo CD in use does not know",
          """
          An older CRD drops the field without a word: the filter or the values that were
          written have no effect.
          """,
          "raise the target (`--argocd-version`), or take the field out",
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
                source: {repoURL: https://github.com/acme/shop.git, path: deploy, directory: {disableExtensionFilter: true}, targetRevision: "{{ .head_sha }}"}
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

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    for (Generator generator : set.pullRequests()) {
      newer(generator.body().get("values"), "values", new Version(3, 0), out);
      newer(generator.body().get("continueOnRepoNotFoundError"), "continueOnRepoNotFoundError", new Version(3, 2), out);
      newer(generator.body().at("gitea", "labels"), "gitea.labels", new Version(3, 1), out);
      for (MapNode filter : Fields.maps(generator.body().get("filters"))) {
        newer(filter.get("titleMatch"), "titleMatch", new Version(3, 2), out);
      }
    }
    newer(set.resource().at("spec", "strategy", "deletionOrder"), "deletionOrder", new Version(3, 2), out);
    for (ApplicationView application : set.applications()) {
      for (SourceView source : application.sources()) {
        newer(source.at("tagPrefix"), "tagPrefix", new Version(3, 5), out);
        newer(source.at("directory", "disableExtensionFilter"), "disableExtensionFilter", new Version(3, 6), out);
      }
    }
  }

  private static void newer(@Nullable Node field, String name, Version since, Findings out) {
    if (field != null && out.targets().argocd().compareTo(since) < 0) {
      out.add(field, "`%s` exists from Argo CD %s".formatted(name, since));
    }
  }
}
