package dev.mayfly.command;

import static dev.mayfly.command.ErrorCase.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every combination of settings that is refused when {@code mayfly.yaml} is loaded. */
class PlatformErrorsTest {
  private static final String GENERATOR = "monolith";
  private static final String CLONE = "monolith-overlay";
  private static final String SHARED_DATABASE = "primitives";
  private static final String HELM = "{kind: helm, path: projects/monolith/chart}";
  private static final String LOCK = ", lock: projects/monolith/chart/image.ref.yaml";
  private static final String IMAGE = "- {id: app, name: ghcr.io/jomcgi/monolith" + LOCK + "}\n";

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> generator() {
    return ErrorCase.tests(
        "generator",
        temp,
        List.of(
            platform("forks", GENERATOR, "drafts: false", "forks: [acme/homelab]"),
            platform("gitea", GENERATOR, "kind: github", "kind: gitea"),
            platform("no-forge", GENERATOR, "kind: github", "kind: none"),
            platform("gitlab-without-project-id", GENERATOR, "kind: github", "kind: gitlab"),
            platform("image-without-lock", GENERATOR, LOCK, ""),
            platform(
                "two-apps-of-one-repository",
                GENERATOR,
                s ->
                    s.write(
                        "mayfly.yaml",
                        s.read("mayfly.yaml")
                            + """
                                - name: other
                                  repository: jomcgi/homelab
                                  bundle: {kind: helm, path: projects/other/chart}
                            """)),
            platform("latest-snapshot", GENERATOR, "from: on-demand", "from: latest"),
            platform("lock-outside-chart", GENERATOR, LOCK, ", lock: projects/image.ref.yaml")));
  }

  /** What {@code adopt} left open is told alone: all else would be an echo of it. */
  @TestFactory
  Stream<DynamicTest> leftOpen() {
    return ErrorCase.tests(
        "left-open",
        temp,
        List.of(
            platform(
                "values",
                CLONE,
                "domain: pr.jomcgi.dev",
                "domain: TODO(adopt) the DNS name below which previews are reached")));
  }

  @TestFactory
  Stream<DynamicTest> gitopsHost() {
    String url = "https://github.com/acme/gitops.git";
    return ErrorCase.tests(
        "gitops",
        temp,
        List.of(
            platform("host", SHARED_DATABASE, url, "ssh://git@ssh.github.com:443/acme/gitops.git"),
            platform(
                "host-of-removals",
                SHARED_DATABASE,
                s ->
                    s.edit(url, "https://git.example.dev/acme/gitops.git")
                        .edit("change: pull-request", "change: push\n    removal: pull-request"))));
  }

  @Test
  void aRepositoryAtAnotherHostIsNamedOrPushedTo() {
    String url = "https://github.com/acme/gitops.git";
    String ssh = "ssh://git@ssh.github.com:443/acme/gitops.git";
    Scenario.of(SHARED_DATABASE, temp.resolve("named"))
        .edit(url, ssh + "\n    name: acme/gitops")
        .rendered("render", "platform");
    Scenario.of(SHARED_DATABASE, temp.resolve("pushed"))
        .edit(url, ssh)
        .edit("change: pull-request", "change: push")
        .rendered("render", "platform");
  }

  @TestFactory
  Stream<DynamicTest> capacity() {
    String quota = "limits.memory: 6Gi";
    String clone = "requests: {memory: 512Mi}\n";
    return ErrorCase.tests(
        "capacity",
        temp,
        List.of(
            platform("too-small", CLONE, "capacity: {memory: 8Gi", "capacity: {memory: 700Mi"),
            platform("quota-too-small", SHARED_DATABASE, quota, "limits.memory: 200Mi"),
            platform("quota-without-default", SHARED_DATABASE, quota, quota + ", limits.cpu: '2'"),
            platform(
                "workload-of-disks",
                CLONE,
                "      service:",
                "      workload: {requests: {storage: 1Gi}}\n      service:"),
            platform(
                "workload-too-large",
                CLONE,
                "      service:",
                "      workload: {requests: {memory: 9Gi}}\n      service:"),
            platform("database-too-large", CLONE, clone, clone.replace("512Mi", "1Ti"))));
  }

  @TestFactory
  Stream<DynamicTest> migrationCheck() {
    String mode = "        mode: clone\n";
    return ErrorCase.tests(
        "migration-check",
        temp,
        List.of(
            check("table-with-quotes", mode, "{table: 'a\"b'}"),
            check("table-of-three-parts", mode, "{table: a.b.c}"),
            check("no-table", mode, "{column: version}"),
            check("unknown-order", mode, "{table: history, order: date}"),
            check("endless", mode, "{table: history, deadlineSeconds: 86400}"),
            platform(
                "no-image",
                SHARED_DATABASE,
                "        mode: shared\n",
                "        mode: shared\n        migrationCheck: {table: history}\n"),
            platform(
                "name-too-long",
                GENERATOR,
                s ->
                    s.edit(mode, mode + "        migrationCheck: {table: history}\n")
                        .edit(
                            "${app.name}-pr-${pr.number}",
                            "${app.name}-of-the-homelab-in-previews-pr-${pr.number}"))));
  }

  private static ErrorCase check(String name, String mode, String check) {
    return platform(name, CLONE, mode, mode + "        migrationCheck: " + check + "\n");
  }

  @TestFactory
  Stream<DynamicTest> images() {
    return ErrorCase.tests(
        "images",
        temp,
        List.of(
            thirdParty("every-image", "'*'"),
            thirdParty("every-image-of-every-registry", "'*/*'"),
            thirdParty("every-image-of-a-public-registry", "'ghcr.io/*/*'"),
            thirdParty("no-registry", "postgres"),
            thirdParty("tag", "docker.io/library/postgres:16"),
            thirdParty("digest", "docker.io/library/postgres@sha256:" + "a".repeat(64)),
            thirdParty("twice", "docker.io/library/postgres, docker.io/postgres"),
            thirdParty("own-image", "ghcr.io/jomcgi/monolith"),
            platform("unknown-unchanged", CLONE, LOCK + "}", LOCK + ", unchanged: base}"),
            platform(
                "unchanged-with-generator",
                GENERATOR,
                LOCK + "}",
                LOCK + ", unchanged: target-branch}"),
            platform(
                "secret-that-is-a-token",
                SHARED_DATABASE,
                "{name: object-store,",
                "{name: object-store, type: kubernetes.io/service-account-token,"),
            platform(
                "secret-of-unknown-type",
                SHARED_DATABASE,
                "{name: object-store,",
                "{name: object-store, type: dockerconfigjson,")));
  }

  private static ErrorCase thirdParty(String name, String images) {
    return platform(
        name, CLONE, "      values:\n", "      thirdParty: [" + images + "]\n      values:\n");
  }

  @TestFactory
  Stream<DynamicTest> sharedNamespace() {
    return ErrorCase.tests(
        "shared-namespace",
        temp,
        List.of(
            platform("without-name", GENERATOR, "    name: monolith\n    egress:", "    egress:"),
            platform(
                "name-without-shared",
                CLONE,
                "strategy: manifest",
                "strategy: manifest\n    name: monolith"),
            platform(
                "directory",
                GENERATOR,
                s -> s.edit(HELM, "{kind: directory, path: projects/monolith/chart}")),
            platform(
                "kustomize-with-references",
                SHARED_DATABASE,
                "strategy: manifest",
                "strategy: shared\n    name: orders"),
            platform(
                "service-without-number",
                GENERATOR,
                "service: {name: \"${preview.application}\"",
                "service: {name: idp"),
            platform(
                "service-of-another-number",
                GENERATOR,
                "service: {name: \"${preview.application}\"",
                "service: {name: \"idp-${pr.number}\""),
            platform(
                "undecided", GENERATOR, "  admission:\n", "  admission:\n    undecided: warn\n")));
  }

  @TestFactory
  Stream<DynamicTest> entries() {
    String app = IMAGE + "        ";
    return ErrorCase.tests(
        "entries",
        temp,
        List.of(
            platform(
                "no-forge-and-no-address",
                SHARED_DATABASE,
                scenario ->
                    scenario
                        .edit("    kind: github\n", "    kind: none\n")
                        .edit("    url: https://github.com\n", "")),
            platform(
                "kustomize-option-that-runs-programs",
                SHARED_DATABASE,
                "  argocd:\n",
                "  argocd:\n    kustomizeBuildOptions: [--enable-exec]\n"),
            platform("no-apps", GENERATOR, s -> s.write("mayfly.yaml", withoutApps(s))),
            platform("app-twice", SHARED_DATABASE, s -> s.write("mayfly.yaml", appTwice(s))),
            platform(
                "image-id-twice", CLONE, IMAGE, app + "- {id: app, name: ghcr.io/jomcgi/other}\n"),
            platform(
                "image-name-twice",
                CLONE,
                IMAGE,
                app + "- {id: other, name: ghcr.io/jomcgi/monolith}\n"),
            platform(
                "secret-twice",
                SHARED_DATABASE,
                "{name: object-store,",
                "{name: object-store, store: vault, key: a}\n          - {name: object-store,"),
            platform(
                "app-without-kinds",
                "shapes/no-route",
                s ->
                    s.edit("      resources:\n        - {group: apps, kind: Deployment}\n", "")
                        .edit("pods: \"10\"", "limits.cpu: \"1\"")),
            platform(
                "secret-named-as-config",
                SHARED_DATABASE,
                "{name: object-store,",
                "{name: bindings,"),
            platform(
                "secret-named-as-database",
                SHARED_DATABASE,
                "{name: object-store,",
                "{name: database,"),
            platform(
                "secret-named-as-a-database-secret",
                GENERATOR,
                "      bindings:\n",
                "      bindings:\n        secrets: [{name: superuser, store: vault, key: a}]\n"),
            platform(
                "secret-from-a-namespace-to-be",
                SHARED_DATABASE,
                "{name: object-store,",
                "{name: object-store, kind: SecretStore,"),
            platform(
                "egress-twice",
                SHARED_DATABASE,
                "      - {namespace: kafka, port: 9092}\n",
                "      - {namespace: kafka, port: 9092}\n      - {namespace: kafka, port: 9092, podLabels: {a: b}}\n"),
            platform(
                "storage-classes-twice",
                SHARED_DATABASE,
                "  capacity:",
                "  storage: {classes: [{name: a, provisioner: x.io}, {name: a, provisioner: y.io}], snapshotClasses: [{name: a, driver: x.io}, {name: a, driver: y.io}]}\n  capacity:"),
            platform(
                "one-webhook-host",
                SHARED_DATABASE,
                "      host: hooks.example.dev\n",
                "      host: hooks.example.dev\n      serverHost: hooks.example.dev\n"),
            platform(
                "default-request-over-limit", SHARED_DATABASE, "memory: 128Mi}}", "memory: 1Gi}}"),
            platform(
                "range-that-is-none",
                SHARED_DATABASE,
                "    egress:",
                "    apiServer: {cidr: 10.0.0.256/33}\n    egress:"),
            platform("config-key", SHARED_DATABASE, "TOPIC_PREFIX:", "TOPIC PREFIX:"),
            platform(
                "values-without-helm",
                CLONE,
                HELM,
                "{kind: kustomize, path: projects/monolith/deploy}"),
            platform(
                "dependencies-without-helm",
                SHARED_DATABASE,
                "path: primitives/service/orders/deploy}",
                "path: primitives/service/orders/deploy, dependencies: [\"https://charts.dev\"]}"),
            platform(
                "dependency-that-is-no-repository",
                CLONE,
                "path: projects/monolith/chart}",
                "path: projects/monolith/chart, dependencies: [\"file://../redis\"]}"),
            platform("config-that-is-no-string", CLONE, "PR_ENV: \"true\"", "PR_ENV: true"),
            platform("config-that-is-a-list", CLONE, "PR_ENV: \"true\"", "PR_ENV: [a]"),
            platform(
                "config-without-keys", SHARED_DATABASE, "        secrets:\n", "        secret:\n"),
            platform("store-kind", SHARED_DATABASE, "kind: ClusterSecretStore", "kind: Secret"),
            platform(
                "access-left-out",
                SHARED_DATABASE,
                s ->
                    s.write(
                        "mayfly.yaml",
                        s.read("mayfly.yaml").replaceFirst("    access: .*\n", "")))));
  }

  @TestFactory
  Stream<DynamicTest> who() {
    return ErrorCase.tests(
        "who",
        temp,
        List.of(
            admission("team-without-organization", "authors: {teams: [web]}"),
            admission("team-with-a-sign", "authors: {teams: [\"@acme/web\"]}"),
            admission("group-within-a-group", "authors: {teams: [acme/platform/web]}"),
            admission("unknown-key", "authors: {user: [mara]}"),
            admission("one-author", "authors: mara"),
            admission("author-with-a-sign", "authors: [\"@mara\"]"),
            admission("fork-by-pattern", "forks: [acme/*]"),
            admission("label-with-a-comma", "admittedLabel: a, b"),
            admission("label-of-blanks", "admittedLabel: \"  \""),
            platform(
                "branch-by-regular-expression",
                SHARED_DATABASE,
                "targetBranches: [main]",
                "targetBranches: [\"^release/.*$\"]"),
            platform(
                "members-without-forge",
                SHARED_DATABASE,
                s ->
                    s.edit("    kind: github\n", "    kind: none\n")
                        .edit(
                            "    targetBranches:",
                            "    forks: {members: acme}\n    targetBranches:")),
            platform(
                "forks-by-the-generator", GENERATOR, "drafts: false", "forks: {members: acme}")));
  }

  private static ErrorCase admission(String name, String line) {
    return platform(
        name, SHARED_DATABASE, "    targetBranches:", "    " + line + "\n    targetBranches:");
  }

  @TestFactory
  Stream<DynamicTest> clusters() {
    return ErrorCase.tests(
        "cluster",
        temp,
        List.of(
            cluster("final-slash", "https://10.0.0.1:6443/"),
            cluster("no-https", "http://10.0.0.1:8080"),
            cluster("pattern", "\"https://*.eks.amazonaws.com\""),
            cluster("name-by-pattern", "{name: \"preview-*\"}"),
            cluster("name-and-more", "{name: preview, server: https://10.0.0.1}"),
            cluster("no-name", "{}"),
            path("climbing-path", "../gitops"),
            path("path-from-the-root", "/clusters/east"),
            path("path-with-capitals", "clusters/East"),
            path("path-elsewhere", "clusters/east")));
  }

  private static ErrorCase cluster(String name, String cluster) {
    return platform(
        name, SHARED_DATABASE, "cluster: https://kubernetes.default.svc", "cluster: " + cluster);
  }

  private static ErrorCase path(String name, String path) {
    return platform(
        name,
        SHARED_DATABASE,
        "    repository: https://github.com/acme/gitops.git\n",
        "    repository: https://github.com/acme/gitops.git\n    path: " + path + "\n");
  }

  @TestFactory
  Stream<DynamicTest> targets() {
    return ErrorCase.tests(
        "targets",
        temp,
        List.of(
            platform("argocd", CLONE, "argocd: \"3.5\"", "argocd: \"3.2\""),
            platform("argocd-by-label", GENERATOR, "argocd: \"3.5\"", "argocd: \"2.14\""),
            platform(
                "cloudnative-pg-of-a-clone",
                CLONE,
                "cloudnativePg: \"1.30\"",
                "cloudnativePg: \"1.23\""),
            platform("gateway-api-in-beta", CLONE, "gatewayApi: \"1.6\"", "gatewayApi: \"0.8\""),
            platform("kubernetes", CLONE, "kubernetes: \"1.35\"", "kubernetes: \"1.29\""),
            platform(
                "cloudnative-pg",
                SHARED_DATABASE,
                "cloudnativePg: \"1.30\"",
                "cloudnativePg: \"1.29\""),
            platform(
                "gateway-api",
                CLONE,
                s ->
                    s.edit("gatewayApi: \"1.6\"", "gatewayApi: \"1.4\"")
                        .edit(
                            "  capacity:",
                            "    own: {kind: listener-set, issuer: letsencrypt}\n  capacity:"))));
  }

  private static String withoutApps(Scenario scenario) {
    String text = scenario.read("mayfly.yaml");
    return text.substring(0, text.indexOf("  apps:")) + "  apps: []\n";
  }

  private static String appTwice(Scenario scenario) {
    String text = scenario.read("mayfly.yaml");
    return text + text.substring(text.indexOf("    - name: orders"));
  }
}
