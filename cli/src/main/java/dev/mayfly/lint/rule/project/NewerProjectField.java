package dev.mayfly.lint.rule.project;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.platform.Version;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A project uses a field that the Argo CD in use does not know. */
public final class NewerProjectField implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "PJ098",
          "newer-project-field",
          Severity.ERROR,
          "a project uses a field that the Argo CD in use does not know",
          """
          An older CRD drops the field without a word. An entry `{kind: Namespace, name: pr-*}`
          then permits every Namespace.
          """,
          "raise the target, or take the field out",
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
            syncWindows: [{kind: deny, schedule: "0 2 * * *", duration: 1h, namespaces: ["*"], syncOverrun: true}]
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
    for (MapNode entry : Fields.maps(resource.at("spec", "clusterResourceWhitelist"))) {
      newer(entry.get("name"), "clusterResourceWhitelist[].name", new Version(3, 3), out);
    }
    for (MapNode window : Fields.maps(resource.at("spec", "syncWindows"))) {
      newer(window.get("syncOverrun"), "syncWindows[].syncOverrun", new Version(3, 5), out);
    }
    newer(resource.at("spec", "sourceIntegrity"), "sourceIntegrity", new Version(3, 5), out);
  }

  private static void newer(@Nullable Node field, String name, Version since, Findings out) {
    if (field != null && out.targets().argocd().compareTo(since) < 0) {
      out.add(field, "`%s` exists from Argo CD %s".formatted(name, since));
    }
  }
}
