package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.Node;

/** What a preview deployed stays when the preview goes. */
public final class PreservedResources implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS041",
          "preserved-resources",
          Severity.ERROR,
          "what a preview deployed stays when the preview goes",
          """
          With `preserveResourcesOnDeletion` the controller does not add the finalizer that
          makes deletion cascade: the Application disappears, its pods, volumes and databases
          keep running unseen.
          """,
          "set `preserveResourcesOnDeletion: false`, or leave it out",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            syncPolicy: {preserveResourcesOnDeletion: true}
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
          """,
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            syncPolicy: {preserveResourcesOnDeletion: false}
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
    Node preserve = set.resource().at("spec", "syncPolicy", "preserveResourcesOnDeletion");
    if (preserve != null && set.isPreview() && Fields.isTrue(preserve) && !hasFinalizer(set)) {
      out.add(preserve, "the resources of closed pull requests stay");
    }
  }

  /** A finalizer written into the template still cascades. */
  private static boolean hasFinalizer(SetView set) {
    return set.applications().stream()
        .flatMap(it -> Fields.texts(it.at("metadata", "finalizers")).stream())
        .anyMatch(it -> it.text().startsWith("resources-finalizer.argocd.argoproj.io"));
  }
}
