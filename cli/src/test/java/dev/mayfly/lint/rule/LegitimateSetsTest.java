package dev.mayfly.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.lint.Finding;
import org.junit.jupiter.api.Test;

/** ApplicationSets of every generator, none of them for previews: no rule has a word to say. */
class LegitimateSetsTest {
  @Test
  void foldersTimesClustersWithAPrefix() {
    isSilent(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata: {name: addons, namespace: argocd}
        spec:
          goTemplate: true
          goTemplateOptions: ["missingkey=error"]
          generators:
          - matrix:
              generators:
              - git:
                  repoURL: https://github.com/acme/gitops.git
                  revision: HEAD
                  pathParamPrefix: addon
                  directories: [{path: "addons/*"}, {path: addons/old, exclude: true}]
              - clusters:
                  selector: {matchLabels: {env: prod}}
                  values: {revision: '{{ index .metadata.labels "revision" | default "main" }}'}
          template:
            metadata:
              name: '{{ .addon.path.basenameNormalized }}-{{ .nameNormalized }}'
              labels: {env: '{{ index .metadata.labels "env" }}', team: '{{ dig "annotations" "team" "none" .metadata }}'}
            spec:
              project: addons
              source: {repoURL: https://github.com/acme/gitops.git, targetRevision: '{{ .values.revision }}', path: '{{ .addon.path.path }}'}
              destination: {server: '{{ .server }}', namespace: '{{ index .addon.path.segments 1 }}'}
              syncPolicy: {syncOptions: [CreateNamespace=true]}
        """);
  }

  @Test
  void theOldTemplateSyntaxWithTagsOfOthers() {
    isSilent(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata: {name: old, namespace: argocd}
        spec:
          generators:
          - git:
              repoURL: https://github.com/acme/gitops.git
              revision: main
              directories: [{path: "tenants/*"}]
          - list:
              elements:
              - {path: extra, path.basename: extra}
          template:
            metadata: {name: '{{path.basename}}'}
            spec:
              project: tenants
              source:
                repoURL: https://github.com/acme/gitops.git
                targetRevision: main
                path: '{{path}}'
                helm: {values: "rule: '{{ $labels.pod }} is {{ value }}'"}
              destination: {server: https://kubernetes.default.svc, namespace: '{{path.basename}}'}
        """);
  }

  @Test
  void aListOfAllClusters() {
    isSilent(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata: {name: flat, namespace: argocd}
        spec:
          goTemplate: true
          goTemplateOptions: ["missingkey=error"]
          generators: [{clusters: {flatList: true}}]
          template:
            metadata: {name: fleet}
            spec:
              project: fleet
              source:
                repoURL: https://charts.example.com
                chart: fleet
                targetRevision: 1.0.0
                helm:
                  values: |
                    clusters:
                    {{- range .clusters }}
                    - name: {{ .name }}
                      url: {{ .server }}
                    {{- end }}
              destination: {server: https://kubernetes.default.svc, namespace: fleet}
        """);
  }

  @Test
  void mergedListsBesideFilesWithAGuardedPatch() {
    isSilent(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata: {name: files, namespace: argocd}
        spec:
          goTemplate: true
          goTemplateOptions: ["missingkey=error"]
          generators:
          - merge:
              mergeKeys: [name]
              generators:
              - list: {elements: [{name: a, wave: "1"}, {name: b, wave: "2"}]}
              - list: {elements: [{name: b, size: big}]}
          - git:
              repoURL: https://github.com/acme/gitops.git
              revision: main
              files: [{path: "apps/**/config.json"}]
              values: {size: small}
          template:
            metadata: {name: '{{ .name }}'}
            spec:
              project: apps
              source: {repoURL: https://github.com/acme/gitops.git, targetRevision: main, path: 'apps/{{ .name }}'}
              destination: {server: https://kubernetes.default.svc, namespace: '{{ normalize .name }}'}
          templatePatch: |
            {{- if hasKey . "size" }}
            metadata:
              labels: {size: {{ .size | toJson }}}
            {{- end }}
            spec:
              syncPolicy:
                {{- if hasKey . "automated" }}
                automated: {{ toJson .automated }}
                {{- end }}
        """);
  }

  @Test
  void repositoriesOfAnOrganisation() {
    isSilent(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata: {name: repos, namespace: argocd}
        spec:
          goTemplate: true
          goTemplateOptions: ["missingkey=error"]
          generators:
          - scmProvider:
              cloneProtocol: https
              github: {organization: acme, tokenRef: {secretName: gh, key: token}}
              filters: [{repositoryMatch: ^svc-, pathsExist: [deploy]}]
          template:
            metadata: {name: '{{ .repository }}', annotations: {labels: '{{ .labels }}', sha: '{{ .short_sha_7 }}'}}
            spec:
              project: '{{ .repository }}'
              source: {repoURL: '{{ .url }}', targetRevision: '{{ .branch }}', path: deploy}
              destination: {server: https://kubernetes.default.svc, namespace: '{{ .branchNormalized }}-{{ .repository }}'}
        """);
  }

  private static void isSilent(String files) {
    assertThat(RuleExamples.lint(files, RuleCatalog.ALL))
        .filteredOn(finding -> !finding.rule().equals("YM003"))
        .extracting(Finding::toProblem)
        .isEmpty();
  }
}
