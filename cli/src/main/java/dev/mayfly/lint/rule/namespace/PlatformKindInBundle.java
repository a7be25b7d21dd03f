package dev.mayfly.lint.rule.namespace;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourcePaths;
import dev.mayfly.lint.view.SourceView;
import java.util.Set;

/** A pull request brings what bounds its own preview. */
public final class PlatformKindInBundle implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "NS007",
          "platform-kind-in-bundle",
          Severity.ERROR,
          "a pull request brings what bounds its own preview",
          """
          Argo CD's project permits kinds to an Application, not to one of its sources: where the
          platform's source may bring a NetworkPolicy or a quota, so may the pull request. A bundle
          with one of them loosens the bounds that the other source sets, and nobody has to approve.
          """,
          "take the object out of the bundle; it belongs to the platform",
          """
          # file: argocd/set.yaml
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
                sources:
                - {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .head_sha }}"}
                - {repoURL: https://github.com/acme/gitops.git, path: baseline, targetRevision: main, helm: {releaseName: "shop-pr-{{ .number }}"}}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          # file: deploy/network-policy.yaml
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: allow-all}
          spec: {podSelector: {}, policyTypes: [Egress], egress: [{}]}
          """,
          """
          # file: argocd/set.yaml
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
                sources:
                - {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .head_sha }}"}
                - {repoURL: https://github.com/acme/gitops.git, path: baseline, targetRevision: main, helm: {releaseName: "shop-pr-{{ .number }}"}}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          # file: deploy/config.yaml
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: shop}
          data: {MODE: preview}
          """);

  /** What decides how far a preview reaches, by kind. */
  private static final Set<String> BOUNDS =
      Set.of(
          "Namespace",
          "ResourceQuota",
          "LimitRange",
          "NetworkPolicy",
          "Role",
          "RoleBinding",
          "ClusterRole",
          "ClusterRoleBinding",
          "SecretStore",
          "ClusterSecretStore",
          "Gateway",
          "ListenerSet",
          "ReferenceGrant",
          "Backup",
          "ScheduledBackup",
          "VolumeSnapshotContent",
          "Application",
          "ApplicationSet",
          "AppProject");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource resource : corpus.of(GroupKind.APPLICATION_SET)) {
      for (ApplicationView application : ApplicationView.of(resource)) {
        if (application.isPreview() && hasPlatformSource(application)) {
          application.sources().stream()
              .filter(SourceView::isFromPullRequest)
              .flatMap(it -> SourcePaths.of(corpus, application, it).stream())
              .distinct()
              .flatMap(folder -> SourcePaths.objects(corpus, folder).stream())
              .filter(it -> BOUNDS.contains(it.kind()) && !isLocal(it))
              .forEach(
                  it ->
                      out.about(it)
                          .add(
                              it.nearest("kind"),
                              "%s comes with the pull request of %s"
                                  .formatted(it.kind(), resource.title())));
        }
      }
    }
  }

  /** Without one the bundle is all there is, and nobody else sets bounds. */
  private static boolean hasPlatformSource(ApplicationView application) {
    return application.sources().stream()
        .anyMatch(
            it ->
                !it.isFromPullRequest()
                    && (!it.text("path").isEmpty() || !it.text("chart").isEmpty()));
  }

  private static boolean isLocal(Resource resource) {
    return resource.annotation("config.kubernetes.io/local-config") != null;
  }
}
