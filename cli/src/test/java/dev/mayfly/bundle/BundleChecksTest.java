package dev.mayfly.bundle;

import static dev.mayfly.bundle.BundleCase.DIGEST;
import static dev.mayfly.bundle.BundleCase.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.bundle.build.RenderTool;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A bundle in order passes; each single thing that is wrong is found, and nothing beside it. */
class BundleChecksTest {
  private static final String JOB =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: migrate, annotations: {%s: %s}}
      """;

  @Test
  void whatIsInOrderPasses() {
    assertThat(BundleCase.kustomize().findings()).isEmpty();
    assertThat(BundleCase.directory().findings()).isEmpty();
  }

  @Test
  void whatTheBundleAsksForIsHeldAgainstWhatIsCounted() {
    String side =
        "      - {name: side, image: ghcr.io/acme/orders@%s, resources: {%s: {memory: %s}}}\n";
    String budget = "      service: {name: orders";
    String declared = "      workload: {requests: {memory: 512Mi, cpu: '1'}}\n" + budget;
    assertThat(
            BundleCase.directory()
                .more("deployment.yaml", side.formatted(DIGEST, "requests", "300Mi"))
                .findings())
        .containsExactly("warning counted-too-low");
    assertThat(
            BundleCase.directory()
                .platform(budget, declared)
                .more("deployment.yaml", side.formatted(DIGEST, "requests", "300Mi"))
                .findings())
        .isEmpty();
    assertThat(
            BundleCase.directory()
                .platform(budget, declared)
                .more("deployment.yaml", side.formatted(DIGEST, "requests", "600Mi"))
                .findings())
        .containsExactly("error over-budget");
    assertThat(
            BundleCase.directory()
                .platform(budget, declared)
                .more("deployment.yaml", side.formatted(DIGEST, "limits", "7Gi"))
                .findings())
        .contains("error over-quota");
    assertThat(
            BundleCase.directory()
                .platform(
                    "resources:\n",
                    "resources:\n        - {group: autoscaling, kind: HorizontalPodAutoscaler}\n")
                .object(
                    "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: grow}\nspec: {maxReplicas: 9}\n")
                .findings())
        .containsExactly("error undecided");
  }

  @TestFactory
  Stream<DynamicTest> kustomize() {
    Map<String, Map.Entry<String, Consumer<BundleCase>>> cases = new LinkedHashMap<>();
    cases.put(
        "source override",
        expect("error source-override", c -> c.file(".argocd-source-orders-pr-7.yaml", "{}")));
    cases.put(
        "LFS pointer",
        expect(
            "error lfs-pointer",
            c -> c.file("data.bin", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n")));
    cases.put(
        "remote base",
        expect(
            "error remote-base",
            c -> resource(c, "https://github.com/evil/base//deploy?ref=main")));
    cases.put(
        "remote base, short",
        expect("error remote-base", c -> resource(c, "github.com/evil/base")));
    cases.put(
        "remote base, scp",
        expect("error remote-base", c -> resource(c, "git@evil.example.dev:base.git")));
    cases.put(
        "out of the bundle",
        expect("error path-outside-bundle", c -> resource(c, "../../secrets")));
    cases.put("absolute", expect("error path-outside-bundle", c -> resource(c, "/etc/passwd")));
    cases.put("missing", expect("error missing-file", c -> resource(c, "nowhere.yaml")));
    cases.put(
        "patch out of the bundle",
        expect(
            "error path-outside-bundle",
            c -> c.more("kustomization.yaml", "patches: [{path: ../p.yaml}]\n")));
    cases.put(
        "secret from a file outside",
        expect(
            "error path-outside-bundle",
            c ->
                c.more(
                    "kustomization.yaml",
                    "configMapGenerator: [{name: x, files: [a=../../etc/passwd]}]\n")));
    cases.put(
        "generator of a kind not allowed",
        expect(
            "error undecided",
            c -> c.more("kustomization.yaml", "secretGenerator: [{name: x, literals: [a=b]}]\n")));
    cases.put(
        "chart",
        expect(
            "error kustomize-program",
            c -> c.more("kustomization.yaml", "helmCharts: [{name: x}]\n")));
    cases.put(
        "transformer",
        expect(
            "error kustomize-program",
            c -> c.more("kustomization.yaml", "transformers: [x.yaml]\n")));
    cases.put("vars", expect("error undecided", c -> c.more("kustomization.yaml", "vars: []\n")));
    cases.put(
        "kind",
        expect(
            "error kind-not-allowed",
            c -> c.object("apiVersion: batch/v1\nkind: Job\nmetadata: {name: x}\n")));
    cases.put(
        "group of the same kind",
        expect(
            "error kind-not-allowed",
            c -> c.object("apiVersion: evil.dev/v1\nkind: Service\nmetadata: {name: x}\n")));
    cases.put(
        "in a List",
        expect(
            "error kind-not-allowed",
            c ->
                c.object(
                    "apiVersion: v1\nkind: List\nitems: [{apiVersion: batch/v1, kind: Job, metadata: {name: x}}]\n")));
    cases.put(
        "in a list of another name",
        expect(
            "error kind-not-allowed",
            c ->
                c.object(
                    "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nitems: [{apiVersion: batch/v1, kind: Job, metadata: {name: x}}]\n")));
    cases.put(
        "a list of another name",
        expect(
            "error hidden-list",
            c -> c.object("apiVersion: v1\nkind: Service\nmetadata: {name: x}\nitems: []\n")));
    cases.put(
        "a list made by a patch",
        expect(
            "error undecided",
            c ->
                c.more(
                    "kustomization.yaml",
                    "patches: [{patch: '{apiVersion: v1, kind: Service, metadata: {name: orders}, items: []}'}]\n")));
    cases.put(
        "namespace object",
        expect(
            "error cluster-scoped",
            c -> c.object("apiVersion: v1\nkind: Namespace\nmetadata: {name: x}\n")));
    cases.put(
        "foreign namespace",
        expect(
            "error undecided",
            c ->
                c.replace(
                    "service.yaml", "{name: orders}", "{name: orders, namespace: pr-8-orders}")));
    cases.put(
        "overlay's object",
        expect(
            "error overlay-object",
            c -> c.object("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: bindings}\n")));
    cases.put(
        "overlay's object by patch",
        expect(
            "error undecided",
            c ->
                c.object("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\n")
                    .more(
                        "kustomization.yaml",
                        "patches: [{target: {kind: ConfigMap}, patch: '[{\"op\": \"replace\", \"path\": \"/metadata/name\", \"value\": \"bindings\"}]'}]\n")));
    cases.put(
        "deletion hook",
        expect(
            "error deletion-hook",
            c -> c.object(JOB.formatted("argocd.argoproj.io/hook", "PostDelete"))));
    cases.put(
        "Helm's deletion hook",
        expect(
            "error deletion-hook",
            c -> c.object(JOB.formatted("helm.sh/hook", "'post-install,pre-delete'"))));
    cases.put(
        "early hook",
        expect(
            "error early-hook",
            c -> c.object(JOB.formatted("argocd.argoproj.io/hook", "'PostSync, PreSync'"))));
    cases.put(
        "Helm's early hook",
        expect("error early-hook", c -> c.object(JOB.formatted("helm.sh/hook", "pre-upgrade"))));
    cases.put(
        "hook by patch",
        expect(
            "error undecided",
            c ->
                c.object(JOB.formatted("a", "b"))
                    .more(
                        "kustomization.yaml",
                        "patches:\n- patch: |-\n    apiVersion: v1\n    kind: ConfigMap\n    metadata: {name: migrate, annotations: {argocd.argoproj.io/hook: PreSync}}\n")));
    cases.put(
        "hook by common annotation",
        expect(
            "error undecided",
            c ->
                c.more(
                    "kustomization.yaml",
                    "commonAnnotations: {argocd.argoproj.io/hook: PreDelete}\n")));
    cases.put(
        "hook by generator",
        expect(
            "error undecided",
            c ->
                c.more(
                    "kustomization.yaml",
                    "configMapGenerator: [{name: g, literals: [a=b]}]\n"
                        + "generatorOptions: {annotations: {helm.sh/hook: pre-delete}}\n")));
    cases.put(
        "two documents",
        expect("error one-document", c -> c.more("kustomization.yaml", "---\nresources: []\n")));
    cases.put(
        "late hook",
        expect("", c -> c.object(JOB.formatted("argocd.argoproj.io/hook", "PostSync"))));
    cases.put(
        "sidecar by tag",
        expect(
            "error unpinned-image",
            c ->
                c.more(
                    "deployment.yaml",
                    "      - {name: side, image: docker.io/library/busybox:1}\n")));
    cases.put(
        "foreign sidecar",
        expect(
            "error foreign-image",
            c ->
                c.more(
                    "deployment.yaml",
                    "      - {name: side, image: docker.io/library/busybox@" + DIGEST + "}\n")));
    cases.put(
        "host that looks alike",
        expect(
            "error foreign-image",
            c ->
                c.more(
                    "deployment.yaml",
                    "      - {name: side, image: ghcr.io.evil.dev/acme/orders@" + DIGEST + "}\n")));
    cases.put(
        "init container",
        expect(
            "error unpinned-image",
            c ->
                c.more(
                    "deployment.yaml",
                    "      initContainers: [{name: i, image: ghcr.io/acme/init}]\n")));
    cases.put(
        "ephemeral container",
        expect(
            "error unpinned-image",
            c ->
                c.more(
                    "deployment.yaml",
                    "      ephemeralContainers: [{name: i, image: ghcr.io/acme/init}]\n")));
    cases.put(
        "image volume",
        expect(
            "error unpinned-image",
            c ->
                c.more(
                    "deployment.yaml",
                    "      volumes: [{name: i, image: {reference: ghcr.io/acme/data:1}}]\n")));
    cases.put(
        "container by patch",
        expect(
            "error undecided",
            c ->
                c.file(
                        "p.yaml",
                        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: orders}\nspec: {template: {spec: {containers: [{name: evil, image: evil.dev/x@"
                            + DIGEST
                            + "}]}}}\n")
                    .more("kustomization.yaml", "patchesStrategicMerge: [p.yaml]\n")));
    cases.put(
        "image by newName",
        expect(
            "error undecided",
            c ->
                c.replace(
                        "kustomization.yaml",
                        "- image.ref.yaml\n",
                        "- image.ref.yaml\nimages: [{name: side, newName: evil.dev/side, digest: \""
                            + DIGEST
                            + "\"}]\n")
                    .more("deployment.yaml", "      - {name: side, image: side}\n")));
    cases.put(
        "lock disagrees",
        expect("error digests-disagree", c -> c.replace("image.ref.yaml", DIGEST, OTHER)));
    cases.put(
        "replacement from elsewhere",
        expect(
            "error undecided",
            c ->
                c.replace(
                        "kustomization.yaml",
                        "kind: ImageLock, name: orders, fieldPath: \"spec.images.[name=ghcr.io/acme/orders].digest\"",
                        "kind: ConfigMap, name: d, fieldPath: data.d")
                    .object(
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: d}\ndata: {d: \""
                            + OTHER
                            + "\"}\n")));
    cases.put(
        "patch with a pattern",
        expect(
            "error undecided",
            c ->
                c.more(
                    "kustomization.yaml", "patches: [{target: {kind: Deploy.*}, patch: '[]'}]\n")));
    cases.put(
        "alias bomb", expect("error yaml-feature", c -> c.object("a: &a [x, x]\nb: [*a, *a]\n")));
    cases.put(
        "deep nesting", expect("error too-deep", c -> c.object("[".repeat(60) + "]".repeat(60))));
    cases.put("not UTF-8", expect("error character", c -> c.object("a: b\u0001\n")));
    cases.put("duplicate key", expect("error duplicate-key", c -> c.object("a: 1\na: 2\n")));
    cases.put(
        "a document without a kind",
        expect("error no-kind", c -> c.object("metadata: {name: x}\n")));
    cases.put(
        "an item without a version",
        expect(
            "error no-kind",
            c ->
                c.object(
                    "apiVersion: v1\nkind: SecretList\nitems: [{kind: Secret, metadata: {name: x}}]\n")));
    cases.put(
        "names that are one where case is folded",
        expect("error case-twin", c -> c.file("Deployment.yaml", "")));
    cases.put(
        "folders that are one where case is folded",
        expect("error case-twin", c -> c.file("A/x", "").file("a/y", "")));
    cases.put("empty", expect("error missing-file", c -> c.files.remove("deployment.yaml")));
    return run(cases, BundleCase::kustomize);
  }

  @TestFactory
  Stream<DynamicTest> directory() {
    Map<String, Map.Entry<String, Consumer<BundleCase>>> cases = new LinkedHashMap<>();
    cases.put(
        "unmarked lock",
        expect(
            "error lock-rendered",
            c -> c.replace("image.ref.yaml", "# +argocd:skip-file-rendering\n", "# no mark\n")));
    cases.put(
        "tag",
        expect("error unpinned-image", c -> c.replace("deployment.yaml", "@" + DIGEST, ":main")));
    cases.put(
        "other digest",
        expect("error digests-disagree", c -> c.replace("deployment.yaml", DIGEST, OTHER)));
    cases.put(
        "custom resource",
        expect(
            "error unpinned-image",
            c ->
                c.object(
                    "apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: {name: x}\nspec: {imageName: \"ghcr.io/x/y:1\"}\n")));
    cases.put(
        "image of a catalogue",
        expect(
            "error undecided",
            c ->
                c.object(
                    "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {imageCatalogRef: {kind: ImageCatalog, name: c, major: 17}}\n")));
    cases.put(
        "image in parts",
        expect(
            "error undecided",
            c ->
                c.object(
                    "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {image: {repository: a, tag: b}}\n")));
    cases.put(
        "CronJob",
        expect(
            "error unpinned-image",
            c ->
                c.object(
                    "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: x}\nspec: {jobTemplate: {spec: {template: {spec: {containers: [{name: a, image: b}]}}}}}\n")));
    cases.put("Jsonnet", expect("error undecided", c -> c.file("x.jsonnet", "{}")));
    cases.put(
        "free data",
        expect(
            "",
            c ->
                c.object(
                    "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata: {image: anything}\n")));
    return run(cases, BundleCase::directory);
  }

  @TestFactory
  Stream<DynamicTest> chartBesideProduction() {
    Map<String, Map.Entry<String, Consumer<BundleCase>>> cases = new LinkedHashMap<>();
    String own =
        "apiVersion: v1\nkind: Service\nmetadata: {name: monolith-pr-7}\nspec: {selector: {app.kubernetes.io/instance: monolith-pr-7}}\n";
    String pod =
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: monolith-pr-7}\nspec: {selector: {matchLabels: {i: monolith-pr-7}}, template: {metadata: {labels: {app.kubernetes.io/instance: monolith-pr-7}}, spec: {%s, containers: [{name: a, image: ghcr.io/jomcgi/monolith@"
            + DIGEST
            + "}]}}}\n";
    cases.put("not rendered", expect("error undecided", c -> {}));
    cases.put(
        "rendered by another release than Argo CD's",
        expect(
            "warning tool-version",
            c ->
                c.helm((kind, files, settings) ->
                    Optional.of(
                        new RenderTool.Rendering("helm", "v3.19.4", pod.formatted("x: y"), "")))));
    cases.put("rendered", expect("", c -> c.helm(yields(pod.formatted("x: y")))));
    cases.put(
        "broken",
        expect(
            "error bundle-broken",
            c ->
                c.helm((k, f, s) ->
                    Optional.of(new RenderTool.Rendering("helm", "", "", "no such function")))));
    cases.put(
        "name",
        expect(
            "error shared-name",
            c ->
                c.helm(
                    yields(
                        pod.formatted("x: y")
                            + "---\n"
                            + own.replace("{name: monolith-pr-7}", "{name: monolith}")))));
    cases.put(
        "name of another number",
        expect(
            "error shared-name",
            c ->
                c.helm(
                    yields(
                        pod.formatted("x: y")
                            + "---\n"
                            + own.replace("{name: monolith-pr-7}", "{name: monolith-pr-77}")))));
    for (String name : new String[] {"production-pr7", "production-pr-7", "x-monolith-pr-7"}) {
      cases.put(
          "a name that holds the preview's: " + name,
          expect(
              "error shared-name",
              c -> c.helm(yields(own.replace("{name: monolith-pr-7}", "{name: " + name + "}")))));
    }
    cases.put(
        "selector",
        expect(
            "error shared-selector",
            c ->
                c.helm(
                    yields(
                        pod.formatted("x: y")
                            + "---\n"
                            + own.replace("instance: monolith-pr-7", "instance: monolith")))));
    cases.put(
        "no selector",
        expect(
            "error shared-selector",
            c ->
                c.helm(
                    yields(
                        pod.formatted("x: y")
                            + "---\n"
                            + own.replace(
                                "{selector: {app.kubernetes.io/instance: monolith-pr-7}}",
                                "{}")))));
    cases.put(
        "production's Secret",
        expect(
            "error shared-reference",
            c ->
                c.helm(
                    yields(
                        pod.formatted(
                            "volumes: [{name: v, secret: {secretName: monolith-pg-app}}]")))));
    cases.put(
        "production's Secret in env",
        expect(
            "error shared-reference",
            c -> c.helm(yields(pod.formatted("x: [{envFrom: [{secretRef: {name: monolith}}]}]")))));
    cases.put(
        "production's claim",
        expect(
            "error shared-reference",
            c ->
                c.helm(
                    yields(
                        pod.formatted(
                            "volumes: [{name: v, persistentVolumeClaim: {claimName: data}}]")))));
    cases.put(
        "production's account",
        expect(
            "error shared-reference",
            c -> c.helm(yields(pod.formatted("serviceAccountName: monolith")))));
    cases.put(
        "the preview's Secret",
        expect(
            "",
            c -> c.helm(yields(pod.formatted("x: {secretKeyRef: {name: monolith-pg-pr-7-app}}")))));
    cases.put(
        "hook",
        expect(
            "error early-hook",
            c ->
                c.helm(
                    yields(
                        pod.formatted("x: y")
                            .replace(
                                "{name: monolith-pr-7}",
                                "{name: monolith-pr-7, annotations: {helm.sh/hook: pre-install}}")))));
    cases.put(
        "dependency",
        expect(
            "error chart-dependency",
            c ->
                c.helm(yields(pod.formatted("x: y")))
                    .more(
                        "Chart.yaml",
                        "dependencies: [{name: redis, repository: \"https://evil.dev\"}]\n")));
    cases.put(
        "carried chart",
        expect(
            "error chart-dependency",
            c -> c.helm(yields(pod.formatted("x: y"))).file("charts/redis-1.tgz", "x")));
    cases.put(
        "production's name with the same number",
        expect(
            "error shared-name",
            c -> c.helm(yields(own.replace("{name: monolith-pr-7}", "{name: redis-7}")))));
    cases.put(
        "another face in the cluster",
        expect(
            "error undecided",
            c ->
                c.helm(yields(pod.formatted("x: y")))
                    .file("templates/x.yaml", "{{ if .Capabilities.KubeVersion }}{{ end }}")));
    cases.put(
        "CRDs",
        expect(
            "error chart-crds",
            c -> c.helm(yields(pod.formatted("x: y"))).file("crds/x.yaml", "x")));
    String label = "metadata: {labels: {app.kubernetes.io/instance: monolith-pr-7}}, ";
    cases.put(
        "pods without the label of the policies",
        expect(
            "error shared-pod-label",
            c -> c.helm(yields(pod.formatted("x: y").replace(label, "")))));
    cases.put(
        "pods that are another preview's to the policies",
        expect(
            "error shared-pod-label",
            c ->
                c.helm(
                    yields(
                        pod.formatted("x: y")
                            .replace("instance: monolith-pr-7}", "instance: x-monolith-pr-7}")))));
    for (String made :
        new String[] {
          "rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: monolith-pg-pr-7}",
          "v1\nkind: ServiceAccount\nmetadata: {name: monolith-pg-pr-7}",
          "v1\nkind: Secret\nmetadata: {name: monolith-pg-pr-7-superuser}",
          "v1\nkind: Service\nmetadata: {name: monolith-pg-pr-7-rw}"
        }) {
      cases.put(
          "what the operator makes: " + made,
          expect("error overlay-object", c -> c.helm(yields("apiVersion: " + made + "\n"))));
    }
    cases.put(
        "a template within a template",
        expect(
            "error shared-pod-label",
            c ->
                c.helm(
                    yields(
                        "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: monolith-pr-7}\nspec: {jobTemplate: {spec: {template: {spec: {containers: []}}}}}\n"))));
    cases.put(
        "a list of another name",
        expect(
            "error hidden-list",
            c ->
                c.helm(
                    yields(pod.formatted("x: y").replace("spec: {sel", "items: []\nspec: {sel")))));
    return run(cases, BundleCase::sharedChart);
  }

  /** What the platform lists may be taken in: carried, at one version, and then looked at too. */
  @TestFactory
  Stream<DynamicTest> chartWithDependencies() {
    Map<String, Map.Entry<String, Consumer<BundleCase>>> cases = new LinkedHashMap<>();
    String written = "dependencies: [{name: redis, version: 1.2.3, repository: \"%s\"}]\n";
    String listed = written.formatted("https://charts.example.dev/stable/");
    cases.put("listed and carried", expect("", c -> c.more("Chart.yaml", listed)));
    cases.put(
        "from elsewhere",
        expect(
            "error chart-dependency",
            c -> c.more("Chart.yaml", written.formatted("https://charts.example.dev/stable/x"))));
    cases.put(
        "by an alias of helm's",
        expect("error chart-dependency", c -> c.more("Chart.yaml", written.formatted("@stable"))));
    cases.put(
        "from a folder, and carried too",
        expect("", c -> c.more("Chart.yaml", written.formatted("file://../redis"))));
    cases.put(
        "from a folder that is not there",
        expect(
            "error chart-dependency",
            c ->
                c.more(
                    "Chart.yaml",
                    written.formatted("file://../gone").replace("name: redis", "name: gone"))));
    cases.put(
        "from nowhere",
        expect(
            "error chart-dependency",
            c -> c.more("Chart.yaml", "dependencies: [{name: redis, version: 1.2.3}]\n")));
    cases.put(
        "as Helm 2 wrote it",
        expect(
            "error chart-dependency",
            c -> c.file("requirements.yaml", written.formatted("https://evil.dev"))));
    cases.put(
        "a range",
        expect(
            "error chart-dependency",
            c -> c.more("Chart.yaml", listed.replace("1.2.3", "^1.2.3"))));
    cases.put(
        "not carried",
        expect(
            "error undecided",
            c -> c.more("Chart.yaml", listed).files.remove("charts/redis/Chart.yaml")));
    cases.put(
        "packed",
        expect(
            "error undecided",
            c -> c.more("Chart.yaml", listed).file("charts/redis-1.2.3.tgz", "x")));
    cases.put(
        "another one carried",
        expect(
            "error chart-dependency",
            c -> c.more("Chart.yaml", listed).file("charts/evil/Chart.yaml", "name: evil\n")));
    cases.put(
        "a key in another spelling",
        expect("error unknown-key", c -> c.more("Chart.yaml", listed.replace("dep", "Dep"))));
    cases.put(
        "a key of an entry in another spelling",
        expect("error unknown-key", c -> c.more("Chart.yaml", listed.replace("repo", "Repo"))));
    cases.put(
        "a key in another spelling, as Helm 2 wrote it",
        expect(
            "error unknown-key",
            c -> c.file("charts/redis/requirements.yaml", listed.replace("dep", "DEP"))));
    for (String elsewhere :
        new String[] {
          "{$ref: 'https://evil.dev/x'}",
          "{properties: {a: {$ref: 'file:///etc/passwd'}}}",
          "{$id: 'http://evil.dev/', $ref: '#/a'}",
          "{$schema: 'https://evil.dev/schema'}"
        }) {
      cases.put(
          "a schema of elsewhere: " + elsewhere,
          expect("error schema-elsewhere", c -> c.file("values.schema.json", elsewhere)));
      cases.put(
          "a carried chart's schema of elsewhere: " + elsewhere,
          expect(
              "error schema-elsewhere",
              c ->
                  c.more("Chart.yaml", listed).file("charts/redis/values.schema.json", elsewhere)));
    }
    cases.put(
        "a schema of its own",
        expect(
            "",
            c ->
                c.more("Chart.yaml", listed)
                    .file(
                        "values.schema.json",
                        "{$schema: 'http://json-schema.org/draft-07/schema#', $ref: '#/a'}")));
    cases.put(
        "its CRDs",
        expect(
            "error chart-crds",
            c -> c.more("Chart.yaml", listed).file("charts/redis/charts/a/crds/x.yaml", "x")));
    cases.put(
        "its other face",
        expect(
            "error undecided",
            c ->
                c.more("Chart.yaml", listed)
                    .file("charts/redis/templates/x.yaml", "{{ lookup \"v1\" }}")));
    return run(
        cases,
        () ->
            BundleCase.sharedChart()
                .platform(
                    "path: projects/monolith/chart}",
                    "path: projects/monolith/chart, dependencies:"
                        + " [\"https://charts.example.dev/stable\"]}")
                .file("charts/redis/Chart.yaml", "apiVersion: v2\nname: redis\nversion: 1.2.3\n")
                .helm(yields("")));
  }

  private static RenderTool yields(String manifests) {
    return (kind, files, settings) ->
        Optional.of(new RenderTool.Rendering("helm", "v4.2", manifests, ""));
  }

  private static Map.Entry<String, Consumer<BundleCase>> expect(
      String finding, Consumer<BundleCase> change) {
    return Map.entry(finding, change);
  }

  private static void resource(BundleCase bundle, String entry) {
    bundle.replace("kustomization.yaml", "resources:\n", "resources:\n- " + entry + "\n");
  }

  private static Stream<DynamicTest> run(
      Map<String, Map.Entry<String, Consumer<BundleCase>>> cases, Supplier<BundleCase> good) {
    return cases.entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(),
                () -> {
                  BundleCase bundle = good.get();
                  entry.getValue().getValue().accept(bundle);
                  String wanted = entry.getValue().getKey();
                  if (wanted.isEmpty()) {
                    assertThat(bundle.problems()).isEmpty();
                  } else {
                    assertThat(bundle.findings()).as("%s", bundle.problems()).contains(wanted);
                  }
                }));
  }
}
