package dev.mayfly.lint.rule.project;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A pattern of a project is written as a regular expression. */
public final class RegexAsPattern implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "PJ094",
          "regex-as-pattern",
          Severity.WARNING,
          "a pattern of a project is written as a regular expression",
          """
          Destinations and repositories are globs: `/pr-.*/` is taken letter by letter and
          matches nothing. Only `sourceNamespaces` takes expressions between slashes.
          """,
          "write a glob, such as `pr-[0-9]*`",
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
            - {server: https://kubernetes.default.svc, namespace: "/pr-[0-9]+/"}
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
      Node pattern = destination.get("namespace");
      String text = Fields.text(pattern);
      if (pattern != null && text.length() > 2 && text.startsWith("/") && text.endsWith("/")) {
        out.add(pattern, "`" + text + "` matches no namespace");
      }
    }
  }
}
