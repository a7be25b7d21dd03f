package dev.mayfly.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.platform.Amounts;
import dev.mayfly.platform.NamespacePolicy.Limits;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pods are counted as the scheduler counts them. */
class ObjectDemandTest {
  private static final Limits NONE = new Limits(Map.of(), Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "containers: [{r: 64}, {r: 32}] | 96",
        "containers: [{r: 64}], initContainers: [{r: 128}, {r: 100}] | 128",
        "containers: [{r: 64}], initContainers: [{r: 32}] | 64",
        "containers: [{r: 64}], initContainers: [{s: 16}, {r: 32}] | 80",
        "containers: [{r: 64}], initContainers: [{s: 16}, {r: 96}] | 112",
        "containers: [{r: 64}], initContainers: [{r: 96}, {s: 16}] | 96",
        "containers: [{r: 64}], overhead: {memory: 8Mi} | 72",
        "containers: [] | 0",
        "containers: 7 | 0"
      })
  void initContainersRunBeforeAndSidecarsBeside(String pod, long mebibytes) {
    String spec =
        pod.replaceAll("\\{r: (\\d+)}", "{resources: {requests: {memory: $1Mi}}}")
            .replaceAll(
                "\\{s: (\\d+)}", "{restartPolicy: Always, resources: {requests: {memory: $1Mi}}}");
    assertThat(memory("{kind: Pod, spec: {" + spec + "}}")).isEqualTo(mebibytes << 20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: Deployment, spec: {replicas: 3, template: {spec: P}} | 3",
        "kind: Deployment, spec: {template: {spec: P}} | 1",
        "kind: Deployment, spec: {replicas: 0, template: {spec: P}} | 0",
        "kind: Deployment, spec: {replicas: 999999999, template: {spec: P}} | 10000",
        "kind: Deployment, spec: {replicas: -3, template: {spec: P}} | 1",
        "kind: StatefulSet, spec: {replicas: 2, template: {spec: P}} | 2",
        "kind: DaemonSet, spec: {template: {spec: P}} | 1",
        "kind: Job, spec: {parallelism: 4, completions: 9, template: {spec: P}} | 4",
        "kind: CronJob, spec: {jobTemplate: {spec: {template: {spec: P}}}} | 1"
      })
  void everyKindHasItsCount(String object, long count) {
    String pod = "{containers: [{resources: {requests: {memory: 1Mi}}}]}";
    assertThat(memory("{" + object.replace("P}", pod + "}") + "}")).isEqualTo(count << 20);
  }

  @Test
  void whatIsNotWrittenComesFromTheLimitRange() {
    Limits defaults = new Limits(Map.of("memory", "256Mi", "cpu", "1"), Map.of("memory", "128Mi"));
    Amounts silent = ObjectDemand.of(pod("{}"), defaults).orElseThrow();
    assertThat(silent).isEqualTo(amounts("128Mi", "1", "256Mi", "1"));
    // The API server makes a limit the request before any default is looked at.
    Amounts limited = ObjectDemand.of(pod("{limits: {memory: 512Mi}}"), defaults).orElseThrow();
    assertThat(limited).isEqualTo(amounts("512Mi", "1", "512Mi", "1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1e999", "-1Gi", "1Gii", "'{a: 1}'", "99999999999999999999999999999999999999999Gi"})
  void whatIsNoQuantityCountsAsNothingWritten(String memory) {
    assertThat(ObjectDemand.of(pod("{requests: {memory: " + memory + "}}"), NONE))
        .hasValue(Amounts.NONE);
  }

  @Test
  void otherObjectsRunNothing() {
    assertThat(ObjectDemand.of(read("{kind: Service, spec: {replicas: 3}}"), NONE)).isEmpty();
    assertThat(ObjectDemand.mostReplicas(read("{kind: Service}"))).isEmpty();
    assertThat(
            ObjectDemand.mostReplicas(
                read("{kind: HorizontalPodAutoscaler, spec: {maxReplicas: 9}}")))
        .isEqualTo(Optional.of(9L));
  }

  private static Node pod(String resources) {
    return read("{kind: Pod, spec: {containers: [{resources: " + resources + "}]}}");
  }

  private static Amounts amounts(String memory, String cpu, String memoryLimit, String cpuLimit) {
    return Amounts.of(
        Map.of("memory", memory, "cpu", cpu), Map.of("memory", memoryLimit, "cpu", cpuLimit));
  }

  private static long memory(String object) {
    return ObjectDemand.of(read(object), NONE).orElseThrow().memory().thousandths() / 1000;
  }

  private static Node read(String yaml) {
    return new YamlReader(Budget.BUNDLE)
        .read("object.yaml", yaml.getBytes(StandardCharsets.UTF_8))
        .single(Fault.RENDERING);
  }
}
