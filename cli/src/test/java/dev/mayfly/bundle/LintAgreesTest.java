package dev.mayfly.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.kubernetes.Amounts;
import dev.mayfly.kubernetes.ObjectDemand;
import dev.mayfly.kubernetes.UsualResources;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.lint.Linter;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.rule.RuleCatalog;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The linter and the proof of a bundle say the same of the same object. */
class LintAgreesTest {
  private static final String RANGE =
      "default: {memory: 256Mi, cpu: 1}, defaultRequest: {memory: 128Mi}";

  private static final UsualResources LIMITS =
      UsualResources.of(Map.of("memory", "256Mi", "cpu", "1"), Map.of("memory", "128Mi"));

  private static String container(String resources) {
    return "{name: a, image: a, resources: {" + resources + "}}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "containers: [C(requests: {memory: 1Gi, cpu: 250m})]",
        "containers: [C(limits: {memory: 1Gi})]",
        "containers: [C(requests: {memory: 1Gi}), C()]",
        "containers: [C(requests: {memory: 1e9, cpu: 1E2})]",
        "containers: [C(requests: {memory: 3E, cpu: 100u})]",
        "containers: [C(requests: {memory: 0.5Gi, cpu: 1500000n})]",
        "containers: [C(requests: {memory: 1Gi})], initContainers: [C(requests: {memory: 3Gi})]",
        "containers: [C(requests: {memory: 100Mi})], initContainers: [S(requests: {memory: 1Gi}),"
            + " C(requests: {memory: 2Gi})]",
        "containers: [C(requests: {memory: 1Gi})], overhead: {memory: 64Mi, cpu: 10m}",
        "containers: [C(requests: {memory: 1Gi})], resources: {requests: {memory: 5Gi}}",
        "containers: [C()], resources: {limits: {memory: 5Gi, cpu: 3}}",
        "containers: [C(requests: {memory: 1Gi})], resources: {requests: {cpu: 2}}",
      })
  void onWhatPodsAskFor(String pod) {
    String spec =
        pod.replaceAll("C\\(([^)]*)\\)", "{name: a, image: a, resources: {$1}}")
            .replaceAll(
                "S\\(([^)]*)\\)", "{name: a, image: a, restartPolicy: Always, resources: {$1}}");
    String deployment = deployment("replicas: 3", spec);
    Amounts proof =
        ObjectDemand.of(
                List.of(read(deployment)),
                LIMITS,
                doubt -> {
                  throw new AssertionError(doubt);
                })
            .most()
            .amounts();
    assertThat(sums(deployment))
        .containsExactly(
            "requests.cpu " + proof.cpu(),
            "requests.memory " + proof.memory(),
            "limits.cpu " + proof.cpuLimit(),
            "limits.memory " + proof.memoryLimit());
  }

  /** What one of them cannot read the other cannot either, and nothing stands in for it. */
  @ParameterizedTest
  @ValueSource(strings = {"12Gx", "1_000", "0x10", "010", "-1Gi", "much", "1e400"})
  void onAmountsThatAreNotUnderstood(String amount) {
    String deployment =
        deployment(
            "replicas: 1", "containers: [" + container("requests: {memory: " + amount + "}") + "]");
    List<String> doubts = new ArrayList<>();
    ObjectDemand.of(List.of(read(deployment)), LIMITS, it -> doubts.add(it.message()));
    assertThat(doubts).hasSize(1);
    assertThat(
            lint(deployment).stream()
                .filter(it -> it.rule().equals("NS003") && !it.isProven())
                .map(Finding::message))
        .containsExactlyElementsOf(doubts);
    assertThat(sums(deployment)).noneMatch(it -> it.startsWith("requests.memory"));
  }

  @ParameterizedTest
  @CsvSource({
    "ghcr.io/acme/orders@sha256:1111111111111111111111111111111111111111111111111111111111111111,true",
    "ghcr.io/acme/orders:1@sha256:1111111111111111111111111111111111111111111111111111111111111111,true",
    "ghcr.io/acme/orders:1,false",
    "ghcr.io/acme/orders,false",
    "ghcr.io/acme/orders@sha256:1111,false",
    "ghcr.io/acme/orders@sha256:AAAA111111111111111111111111111111111111111111111111111111111111,false",
    "ghcr.io/acme/orders@sha512:11111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111,false",
    "ghcr.io/acme/orders@sha512:11,false",
    "ghcr.io/acme/orders@sha1:1111111111111111111111111111111111111111,false",
    "ghcr.io/acme/orders@,false",
  })
  void onWhetherAnImageIsPinned(String image, boolean pinned) {
    List<String> proof =
        BundleCase.directory().file("deployment.yaml", BundleCase.deployment(image)).findings();
    assertThat(proof.contains("error unpinned-image")).isNotEqualTo(pinned);
    String deployment =
        BundleCase.deployment(image).replace("{name: orders}", "{name: orders, namespace: pr-7-x}");
    assertThat(
            lint(deployment).stream()
                .anyMatch(it -> it.rule().equals("AP065") || it.rule().equals("WL001")))
        .isNotEqualTo(pinned);
  }

  /** What stands in the list, what is a patch, and what kustomize would fetch. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resources: [./deployment.yaml, service.yaml] | Deployment Service",
        "resources: [x/../deployment.yaml] | Deployment",
        "resources: [deployment.yaml], patches: [{path: service.yaml}] | Deployment",
        "resources: [deployment.yaml], patchesStrategicMerge: [./service.yaml] | Deployment",
        "resources: [deployment.yaml], patchesStrategicMerge: ['{kind: Service}'] | Deployment",
      })
  void onWhatAKustomizationTakesIn(String kustomization, String kinds) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    BundleCase.directory().files.forEach((path, text) -> files.put(path, text.getBytes(UTF_8)));
    files.put("kustomization.yaml", ("{" + kustomization + "}").getBytes(UTF_8));
    Corpus corpus = Corpus.read(files);
    List<String> listed =
        corpus.resources().stream()
            .filter(it -> !corpus.including(it).isEmpty())
            .map(Resource::kind)
            .sorted()
            .toList();
    assertThat(listed).containsExactly(kinds.split(" "));
    BundleCase bundle =
        BundleCase.kustomize().file("kustomization.yaml", "{" + kustomization + "}");
    assertThat(bundle.findings())
        .doesNotContain("error missing-file", "error remote-base", "error path-outside-bundle");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/acme/base",
        "github.com/acme/base?ref=v1",
        "git@github.com:acme/base.git",
        "git::https://acme.dev/base",
        "gitlab.com/acme/base",
        "acme.dev/team/base.git"
      })
  void onWhatKustomizeFetches(String entry) {
    BundleCase bundle =
        BundleCase.kustomize()
            .replace("kustomization.yaml", "resources:\n", "resources:\n- '" + entry + "'\n");
    assertThat(bundle.findings()).contains("error remote-base");
    assertThat(
            lint("{resources: ['" + entry + "']}", "kustomization.yaml").stream()
                .map(Finding::rule))
        .doesNotContain("KZ001");
  }

  private static List<String> sums(String deployment) {
    return lint(deployment).stream()
        .filter(it -> it.rule().equals("NS003") && it.isProven())
        .map(Finding::message)
        .map(it -> it.replaceFirst(".* come to (\\S+) of `([^`]*)`.*", "$2 $1"))
        .toList();
  }

  private static List<Finding> lint(String deployment) {
    return lint(
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: q, namespace: pr-7-x}
        spec:
          hard:
            requests.cpu: 0
            requests.memory: 0
            limits.cpu: 0
            limits.memory: 0
        ---
        apiVersion: v1
        kind: LimitRange
        metadata: {name: r, namespace: pr-7-x}
        spec: {limits: [{type: Container, %s}]}
        ---
        %s
        """
            .formatted(RANGE, deployment),
        "all.yaml");
  }

  private static List<Finding> lint(String text, String path) {
    return new Linter(RuleCatalog.ALL)
        .run(Corpus.read(Map.of(path, text.getBytes(UTF_8))), LintSettings.DEFAULT);
  }

  private static String deployment(String replicas, String spec) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: x, namespace: pr-7-x}
    spec: {%s, template: {spec: {%s}}}
    """
        .formatted(replicas, spec);
  }

  private static Node read(String object) {
    return new YamlReader(Budget.BUNDLE)
        .read("x.yaml", object.getBytes(UTF_8))
        .documents()
        .getFirst();
  }
}
