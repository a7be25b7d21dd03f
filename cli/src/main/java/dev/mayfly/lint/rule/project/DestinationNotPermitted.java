package dev.mayfly.lint.rule.project;

import dev.mayfly.argocd.Destination;
import dev.mayfly.argocd.ProjectPermission;
import dev.mayfly.argocd.Verdict;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.PullRequestParameters;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import java.util.Optional;

/** An Application goes where its project does not permit. */
public final class DestinationNotPermitted implements BoundRule {
  private static final RuleCard CARD =
      new RuleCard(
          "PJ096",
          "destination-not-permitted",
          Severity.ERROR,
          "an Application goes where its project does not permit",
          """
          Argo CD reports InvalidSpecError and neither compares nor syncs the Application.
          """,
          "add the destination to the project, or correct it",
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
          ---
          apiVersion: argoproj.io/v1alpha1
          kind: AppProject
          metadata:
            name: previews
            namespace: argocd
            finalizers: [resources-finalizer.argocd.argoproj.io]
          spec:
            sourceRepos: [https://github.com/acme/shop.git, https://github.com/acme/gitops.git]
            destinations:
            - {server: https://kubernetes.default.svc, namespace: "preview-*"}
            clusterResourceWhitelist:
            - {group: "", kind: Namespace, name: "pr-[0-9]*-shop"}
            namespaceResourceWhitelist:
            - {group: "", kind: ConfigMap}
            - {group: apps, kind: Deployment}
            orphanedResources: {warn: true}
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
          ---
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
  public void check(
      Corpus corpus, ApplicationView application, ProjectPermission project, Findings out) {
    Node at = application.nearest("spec", "destination", "namespace");
    Optional<String> namespace =
        TemplateText.evaluate(
            application.text("spec", "destination", "namespace"), PullRequestParameters.SAMPLE);
    String server = application.text("spec", "destination", "server");
    String name = application.text("spec", "destination", "name");
    boolean fixed = server.isEmpty() != name.isEmpty() && !TemplateText.isTemplated(server + name);
    if (namespace.isEmpty() || !fixed || application.isPatched("destination")) {
      return;
    }
    Destination destination =
        server.isEmpty()
            ? Destination.ofName(name, namespace.get())
            : Destination.ofServer(server, namespace.get());
    switch (project.destination(destination)) {
      case Verdict.Denied denied ->
          out.add(at, "project `" + project.name() + "`: " + denied.reason());
      case Verdict.Unverifiable open ->
          out.unverifiable(
              at, open.reason(), "write both the server and the name into the project");
      case Verdict.Permitted ignored -> {}
    }
  }
}
