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
import java.util.List;
import java.util.Set;

/** A sync window applies to nothing, or never. */
public final class EmptySyncWindow implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "PJ099",
          "empty-sync-window",
          Severity.ERROR,
          "a sync window applies to nothing, or never",
          """
          A window needs a kind, a cron schedule of five fields, a duration and at least one of
          applications, namespaces and clusters. Applied past the API it is ignored: previews
          sync when they should not.
          """,
          "complete the window",
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
            syncWindows: [{kind: deny, schedule: "0 2 * * *", duration: 1h}]
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
            syncWindows: [{kind: deny, schedule: "0 2 * * *", duration: 1h, namespaces: ["*"]}]
            orphanedResources: {warn: true}
          """);

  private static final List<String> SCOPES = List.of("applications", "namespaces", "clusters");
  private static final Set<String> KINDS = Set.of("allow", "deny");

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
    for (MapNode window : Fields.maps(resource.at("spec", "syncWindows"))) {
      if (SCOPES.stream().noneMatch(it -> Fields.isSet(window.get(it)))) {
        out.add(window, "the window names no applications, namespaces or clusters");
      }
      Node kind = window.get("kind");
      if (kind != null && !KINDS.contains(Fields.text(kind))) {
        out.add(kind, "a window is of kind `allow` or `deny`");
      }
    }
  }
}
