package dev.mayfly.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.manifest.KindSchemas;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.yaml.Node;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A good document with one thing changed is refused. */
class KindSchemaBoundsTest {
  private static final KindSchemas SCHEMAS = new KindSchemas();
  private static final Map<String, RenderedPlatform> PLATFORMS =
      Map.of(
          "overlay", RenderedPlatform.of(YamlDraft.example("monolith-overlay")),
          "shared", RenderedPlatform.of(YamlDraft.example("primitives")),
          "generator", RenderedPlatform.of(YamlDraft.example("monolith")),
          "login",
              guarded(
                  "{kind: oidc, issuer: 'https://login.acme.dev', clientId: previews, clientSecret:"
                      + " {store: vault, key: previews/login}, atGateway: true}"),
          "network",
              guarded(
                  "{kind: network, networks: [203.0.113.0/24], atGateway: true, catchAll: true}"));

  private static RenderedPlatform guarded(String access) {
    return RenderedPlatform.of(
        YamlDraft.example("primitives").with("spec.exposure.access", access));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          overlay   | http-route      | spec.hostnames                        | [a.example.dev, b.example.dev]
          overlay   | http-route      | spec.hostnames                        | []
          overlay   | http-route      | spec.hostnames.0                      | '*.example.dev'
          overlay   | http-route      | spec.parentRefs.0.sectionName         |
          overlay   | http-route      | spec.rules.0.backendRefs.0.namespace  | other
          overlay   | http-route      | spec.rules.0.filters                  | []
          overlay   | database-cluster| spec.instances                        | 2
          overlay   | database-cluster| spec.backup                           | {}
          overlay   | database-cluster| spec.enableSuperuserAccess            | true
          overlay   | database-cluster| spec.imageName                        | ghcr.io/cloudnative-pg/postgresql:17.5
          overlay   | database-cluster| spec.bootstrap.recovery.owner         |
          overlay   | database-cluster| metadata.name                         | 1-starts-with-a-digit
          overlay   | database-cluster| metadata.name                         | a234567890b234567890c234567890d234567890e2345678901
          overlay   | database-cluster| metadata.labels.app~1kubernetes~1io/managed-by | mayfly
          overlay   | database-cluster| metadata.annotations.cnpg~1io/validation | disabled
          overlay   | database-backup | spec.online                           | false
          overlay   | database-backup | spec.method                           | barmanObjectStore
          overlay   | namespace       | metadata.labels.pod-security~1kubernetes~1io/enforce | none
          overlay   | namespace       | metadata.annotations                  |
          overlay   | network-policy-database-cluster | spec.egress.2.to.0.ipBlock.except |
          overlay   | resource-quota  | spec.hard.services~1loadbalancers     |
          shared    | database        | spec.databaseReclaimPolicy            | retain
          shared    | database        | spec.name                             | postgres
          shared    | database        | spec.name                             | with-hyphen
          shared    | database-role   | spec.superuser                        | true
          shared    | database-role   | spec.inRoles                          | [pg_read_all_data]
          shared    | database-role   | spec.name                             | pg_monitor
          shared    | bindings-database | apiVersion                          | external-secrets.io/v1beta1
          shared    | bindings-database | spec.target.name                    | argocd-secret
          shared    | database-role-secret | spec.refreshInterval             | 1h0m0s
          shared    | kustomization   | namespace                             | other
          shared    | preview         | spec.pr.number                        | 42
          shared    | preview         | spec.pr.number                        | '007'
          shared    | preview         | spec.pr.headSha                       | '2F22765D04931A078909145CA628D2264C852D7D'
          generator | application-set | spec.template.spec.sources.2          | {repoURL: 'https://x.dev/a', targetRevision: main, path: a}
          generator | application-set | spec.template.spec.sources.0.targetRevision | '{{ .branch }}'
          generator | application-set | spec.template.spec.sources.0.targetRevision | 'main~1'
          generator | application-set | spec.template.spec.sources.0.chart          | app
          generator | application-set | spec.template.spec.project            | '{{ .branch }}'
          generator | application-set | spec.template.metadata.name           | '{{slugify .branch}}'
          generator | application-set | spec.template.metadata.finalizers     | []
          generator | application-set | spec.goTemplateOptions                | []
          generator | application-set | spec.generators.0.pullRequest.labels  | []
          generator | application-set | spec.generators.0.pullRequest.filters.0.targetBranchMatch | main
          generator | application-set | spec.syncPolicy.applicationsSync      | create-only
          generator | app-project     | spec.destinations.0.namespace         | '*'
          generator | app-project     | spec.destinations.0.namespace         | '!kube-system'
          generator | app-project     | spec.sourceRepos                      | ['*']
          generator | app-project     | spec.clusterResourceWhitelist         | [{group: '*', kind: '*', name: '*'}]
          generator | admission-policy| spec.failurePolicy                    | Ignore
          generator | security-policy | spec.jwt.optional                     | true
          generator | security-policy | spec.jwt                              |
          login     | security-policy | spec.oidc.passThroughAuthHeader       | true
          login     | security-policy | spec.oidc.clientSecret.namespace      | other
          login     | security-policy | spec.oidc.provider.issuer             | http://login.acme.dev
          login     | security-policy | spec.authorization                    | {defaultAction: Allow}
          network   | security-policy | spec.authorization.defaultAction      | Allow
          network   | security-policy | spec.authorization.rules.0.action     | Deny
          network   | security-policy | spec.authorization.rules.0.principal.clientCIDRs | [0.0.0.0/0]
          generator | webhook-route   | spec.rules.0.matches.0.method         | GET
          network   | catch-all-route | spec.hostnames.0                      | preview.example.dev
          network   | catch-all-route | spec.hostnames.0                      | '*'
          network   | catch-all-route | spec.rules.0.matches.0.path.value     | /admin
          network   | catch-all-route | spec.rules.0.matches.0.method         | POST
          network   | catch-all-route | spec.rules.0.backendRefs              | [{group: '', kind: Service, name: web, port: 80, weight: 1}]
          network   | catch-all-route | metadata.labels.mayfly~1dev/pull-request | '"42"'
          network   | catch-all-route | metadata.annotations                  | {argocd.argoproj.io/sync-wave: '0'}
          overlay   | http-route      | spec.rules.0.backendRefs              |
          """)
  void oneThingChanged(String platform, String file, String path, String value) {
    RenderedPlatform rendered = PLATFORMS.get(platform);
    Map.Entry<String, String> found =
        rendered.documents().entrySet().stream()
            .filter(e ->
                e.getKey()
                    .matches(
                        "(platform|previews/\\w+/pr-42)/" + file + "(-(monolith|server))?\\.yaml"))
            .findFirst()
            .orElseThrow();
    YamlDraft draft = YamlDraft.of(found.getValue());
    assertThat(problems(found.getKey(), draft)).isZero();
    YamlDraft changed = value == null ? draft.without(path) : draft.with(path, value);
    assertThat(changed).isNotEqualTo(draft);
    assertThat(problems(found.getKey(), changed)).isPositive();
  }

  private static int problems(String path, YamlDraft draft) {
    Node document = PlainTrees.read(path, draft.text());
    return SCHEMAS.of(path, document).orElseThrow().check(document).size();
  }
}
