package dev.mayfly.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pods of objects, and what they do not start without: lint and proof ask here. */
class PodsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Deployment",
        "StatefulSet",
        "DaemonSet",
        "ReplicaSet",
        "ReplicationController",
        "Rollout",
        "Job"
      })
  void aWorkloadHasATemplate(String kind) {
    Node object = read("{kind: " + kind + ", spec: {template: {spec: {a: b}}}}");
    assertThat(Objects.requireNonNull(Pods.of(object)).textAt("a")).isEqualTo("b");
  }

  @Test
  void aPodIsOneAndACronJobMakesJobs() {
    assertThat(Pods.of(read("{kind: Pod, spec: {a: b}}"))).isNotNull();
    assertThat(
            Pods.of(
                read("{kind: CronJob, spec: {jobTemplate: {spec: {template: {spec: {a: b}}}}}}")))
        .isNotNull();
    assertThat(Pods.of(read("{kind: Service, spec: {template: {spec: {a: b}}}}"))).isNull();
    assertThat(Pods.of(read("{kind: Job, spec: {}}"))).isNull();
  }

  @Test
  void initContainersComeFirst() {
    Node pod = read("{containers: [{name: b}], initContainers: [{name: a}, 7]}");
    assertThat(Pods.containers(pod)).extracting(it -> it.textAt("name")).containsExactly("a", "b");
    assertThat(Pods.containers(null)).isEmpty();
  }

  @Test
  void aPodNeedsWhatItNames() {
    assertThat(
            needs(
                """
                serviceAccountName: runner
                imagePullSecrets: [{name: pull}]
                initContainers:
                - envFrom: [{secretRef: {name: a}}, {configMapRef: {name: b, optional: true}}]
                containers:
                - env:
                  - {name: X, valueFrom: {secretKeyRef: {name: c, key: k}}}
                  - {name: Y, valueFrom: {configMapKeyRef: {name: d, key: k}}}
                  - {name: Z, value: e}
                volumes:
                - {name: v, secret: {secretName: f}}
                - {name: w, configMap: {name: g}}
                - {name: x, persistentVolumeClaim: {claimName: h}}
                - {name: y, projected: {sources: [{secret: {name: i}}, {configMap: {name: j}}]}}
                - {name: z, secret: {secretName: "", optional: false}}
                """))
        .containsExactly(
            "ServiceAccount `runner`",
            "Secret `pull`",
            "Secret `a`",
            "Secret `c`",
            "ConfigMap `d`",
            "Secret `f`",
            "ConfigMap `g`",
            "PersistentVolumeClaim `h`",
            "Secret `i`",
            "ConfigMap `j`");
  }

  @Test
  void onlyAPullSecretCanBeDoneWithout() {
    assertThat(PodNeed.of(read("{serviceAccountName: a, imagePullSecrets: [{name: b}]}")))
        .extracting(PodNeed::pullSecret)
        .containsExactly(false, true);
  }

  @Test
  void aTypeIsWhatAnObjectSaysOfItself() {
    assertThat(GroupKind.of(read("{apiVersion: apps/v1, kind: Deployment}")))
        .hasToString("apps/Deployment")
        .isEqualTo(new GroupKind("apps", "Deployment"))
        .isGreaterThan(GroupKind.SERVICE);
    assertThat(GroupKind.of(read("{apiVersion: v1, kind: Service}"))).isEqualTo(GroupKind.SERVICE);
    assertThat(GroupKind.of(read("{}"))).isEqualTo(new GroupKind("", ""));
  }

  private static List<String> needs(String pod) {
    return PodNeed.of(read(pod)).stream().map(PodNeed::title).toList();
  }

  private static Node read(String text) {
    return new YamlReader(Budget.LINT)
        .read("a.yaml", text.getBytes(StandardCharsets.UTF_8))
        .documents()
        .getFirst();
  }
}
