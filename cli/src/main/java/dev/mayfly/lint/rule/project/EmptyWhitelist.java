package dev.mayfly.lint.rule.project;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A project permits no namespaced kind at all. */
public final class EmptyWhitelist implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "PJ087",
          "empty-whitelist",
          Severity.ERROR,
          "a project permits no namespaced kind at all",
          """
          A list that is there and empty permits nothing; only a list that is not there permits
          everything. Every sync of a namespaced object fails.
          """,
          "list the kinds, or take the field out",
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
            namespaceResourceWhitelist: []
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
    Node list = resource.at("spec", "namespaceResourceWhitelist");
    if (list instanceof ListNode kinds && kinds.items().isEmpty()) {
      boolean others = Fields.isSet(resource.at("spec", "clusterResourceWhitelist"));
      out.add(others ? Severity.WARNING : Severity.ERROR, list, "an empty list permits nothing");
    }
  }
}
