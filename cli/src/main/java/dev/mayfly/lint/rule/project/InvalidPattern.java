package dev.mayfly.lint.rule.project;

import dev.mayfly.argocd.GlobPattern;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Set;

/** A pattern of a project can never match. */
public final class InvalidPattern implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "PJ092",
          "invalid-pattern",
          Severity.ERROR,
          "a pattern of a project can never match",
          """
          Argo CD logs that the pattern does not parse and goes on: nothing is permitted by it.
          """,
          "correct the pattern",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: AppProject
          metadata:
            name: previews
            namespace: argocd
            finalizers: [resources-finalizer.argocd.argoproj.io]
          spec:
            sourceRepos: [https://github.com/acme/shop.git, https://github.com/acme/gitops.git]
            destinations:
            - {server: https://kubernetes.default.svc, namespace: "pr-[0-9"}
            clusterResourceWhitelist:
            - {group: "", kind: Namespace, name: "pr-[0-9]*-shop"}
            namespaceResourceWhitelist:
            - {group: "", kind: ConfigMap}
            - {group: apps, kind: Deployment}
            orphanedResources: {warn: true}
          """,
          """
          apiVersion: argoproj.io/v1alpha1
          kind: AppProject
          metadata:
            name: previews
            namespace: argocd
            finalizers: [resources-finalizer.argocd.argoproj.io]
          spec:
            sourceRepos: [https://github.com/acme/shop.git, https://github.com/acme/gitops.git]
            destinations:
            - {server: https://kubernetes.default.svc, namespace: "pr-[0-9]*-shop"}
            clusterResourceWhitelist:
            - {group: "", kind: Namespace, name: "pr-[0-9]*-shop"}
            namespaceResourceWhitelist:
            - {group: "", kind: ConfigMap}
            - {group: apps, kind: Deployment}
            orphanedResources: {warn: true}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.PROJECT);
  }

  @Override
  public void check(Resource resource, Findings out) {
    for (MapNode destination : Fields.maps(resource.at("spec", "destinations"))) {
      for (String field : List.of("server", "name", "namespace")) {
        Node pattern = destination.get(field);
        if (pattern != null && !TemplateText.isTemplated(Fields.text(pattern))) {
          GlobPattern.of(Fields.text(pattern))
              .fault()
              .ifPresent(it -> out.add(pattern, "`" + Fields.text(pattern) + "`: " + it));
        }
      }
    }
  }
}
