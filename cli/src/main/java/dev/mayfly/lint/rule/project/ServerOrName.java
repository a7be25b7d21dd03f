package dev.mayfly.lint.rule.project;

import dev.mayfly.argocd.Destination;
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

/** A destination of a project names its cluster twice. */
public final class ServerOrName implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "PJ084",
          "server-or-name",
          Severity.WARNING,
          "a destination of a project names its cluster twice",
          """
          Server and name are alternatives: one that matches is enough. `name: "*"` beside an
          exact server permits every cluster.
          """,
          "keep `server`",
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
            - {server: https://kubernetes.default.svc, name: "*", namespace: "pr-[0-9]*-shop"}
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
      Node name = destination.get("name");
      boolean both = Fields.isSet(destination.get("server")) && Fields.isSet(name);
      String server = Fields.text(destination.get("server"));
      boolean same =
          server.equals(Fields.text(name))
              || (server.equals(Destination.LOCAL_SERVER)
                  && Destination.LOCAL_NAME.equals(Fields.text(name)));
      if (name != null && both && !same) {
        out.add(
            name,
            "a cluster that matches `" + Fields.text(name) + "` passes whatever its server is");
      }
    }
  }
}
