package dev.mayfly.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pods are counted as the scheduler counts them. */
class ObjectDemandTest {
  private static final UsualResources NONE = UsualResources.of(Map.of(), Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "containers: [{r: 64}, {r: 32}] | 96",
        "containers: [{r: 64}, {resources: {requests: {memory: 1048576e0}}}] | 65",
        "containers: [{r: 64}], initContainers: [{r: 128}, {r: 100}] | 128",
        "containers: [{r: 64}], initContainers: [{r: 32}] | 64",
        "containers: [{r: 64}], initContainers: [{s: 16}, {r: 32}] | 80",
        "containers: [{r: 64}], initContainers: [{s: 16}, {r: 96}] | 112",
        "containers: [{r: 64}], initContainers: [{r: 96}, {s: 16}] | 96",
        "containers: [{r: 64}], overhead: {memory: 8Mi} | 72",
        "containers: [{r: 64}, {r: 32}], resources: {requests: {memory: 400Mi}} | 400",
        "containers: [{r: 64}], resources: {requests: {memory: 400Mi}}, overhead: {memory: 8Mi} | 408",
        "containers: [{r: 64}], resources: {limits: {memory: 400Mi}} | 64",
        "containers: [{}], resources: {limits: {memory: 400Mi}} | 400",
        "containers: [{}], initContainers: [{r: 16}], resources: {limits: {memory: 400Mi}} | 16",
        "containers: [{resources: {limits: {memory: 5Mi}}}], resources: {limits: {memory: 400Mi}} | 5",
        "containers: [{}], resources: {requests: {cpu: 1}} | 0",
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
        "kind: Deployment, spec: {replicas: null, template: {spec: P}} | 1",
        "kind: StatefulSet, spec: {replicas: 2, template: {spec: P}} | 2",
        "kind: Rollout, spec: {replicas: 2, template: {spec: P}} | 2",
        "kind: Job, spec: {parallelism: 4, completions: 9, template: {spec: P}} | 4",
        "kind: Job, spec: {completions: 9, template: {spec: P}} | 1",
        "kind: CronJob, spec: {jobTemplate: {spec: {template: {spec: P}}}} | 1",
        "kind: CronJob, spec: {jobTemplate: {spec: {parallelism: 3, template: {spec: P}}}} | 3",
        "kind: PodTemplate, template: {spec: P} | 0",
        "apiVersion: postgresql.cnpg.io/v1, kind: Cluster, spec: {instances: 3, resources: {requests: {memory: 2Mi}}} | 6"
      })
  void everyKindHasItsCount(String object, long count) {
    String pod = "{containers: [{resources: {requests: {memory: 1Mi}}}]}";
    assertThat(memory("{" + object.replace("P}", pod + "}") + "}")).isEqualTo(count << 20);
  }

  /** Go takes each for forty, and the API server has its own opinion of the rest. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x28",
        "0o50",
        "050",
        "4e1",
        "4_0",
        "+40",
        "0b101000",
        "40.0",
        "'40'",
        "1:0",
        "-3",
        "[40]",
        "9999999999",
        "x",
        "''",
        "true"
      })
  void aCountInAnotherNotationIsADoubtAndNeverOne(String count) {
    for (String object :
        List.of(
            "{kind: Deployment, spec: {replicas: %s, template: {spec: {}}}}",
            "{kind: Job, spec: {parallelism: %s, template: {spec: {}}}}",
            "{kind: CronJob, spec: {jobTemplate: {spec: {parallelism: %s, template: {spec: {}}}}}}",
            "{apiVersion: postgresql.cnpg.io/v1, kind: Cluster, spec: {instances: %s}}",
            "{kind: HorizontalPodAutoscaler, spec: {maxReplicas: %s, scaleTargetRef: {kind: HorizontalPodAutoscaler, name: x}}, metadata: {name: x}}")) {
      assertThat(doubts(object.formatted(count))).as(object).containsExactly(true);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'1e999'",
        "-1Gi",
        "1Gii",
        "'{a: 1}'",
        "{a: 1}",
        "0x400",
        "1_000",
        "010",
        "1.",
        "1gi",
        "x",
        "''",
        "1 Gi"
      })
  void anAmountThatReadersDoNotShareIsADoubt(String memory) {
    for (String object :
        List.of(
            "{kind: Pod, spec: {containers: [{resources: {requests: {memory: %s}}}]}}",
            "{kind: Pod, spec: {containers: [{resources: {limits: {memory: %s}}}]}}",
            "{kind: Pod, spec: {initContainers: [{resources: {requests: {memory: %s}}}]}}",
            "{kind: Pod, spec: {resources: {requests: {memory: %s}}}}",
            "{kind: Pod, spec: {overhead: {memory: %s}}}")) {
      assertThat(doubts(object.formatted(memory))).as(object).contains(true).doesNotContain(false);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kind: DaemonSet, spec: {template: {spec: {containers: []}}}}",
        "{kind: Service, spec: {template: {spec: {containers: []}}}}",
        "{kind: Job, spec: {tasks: [{template: {spec: {containers: []}}}]}}",
        "{kind: Cluster, spec: {template: {spec: {containers: []}}}}",
        "{kind: ScaledJob, spec: {jobTargetRef: {template: {spec: {containers: []}}}}}",
        "{kind: VerticalPodAutoscaler}",
        "{kind: HorizontalPodAutoscaler, spec: {maxReplicas: 9, scaleTargetRef: {kind: Deployment, name: x}}}"
      })
  void howManyPodsAnotherKindRunsIsADoubt(String object) {
    assertThat(doubts(object)).containsExactly(false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{kind: HorizontalPodAutoscaler, spec: {maxReplicas: 9, scaleTargetRef: {kind: Deployment, name: x}}} | 9",
        "{kind: HorizontalPodAutoscaler, spec: {maxReplicas: 2, scaleTargetRef: {kind: Deployment, name: x}}} | 3",
        "{kind: ScaledObject, spec: {maxReplicaCount: 7, scaleTargetRef: {name: x}}} | 7",
        "{kind: ScaledObject, spec: {scaleTargetRef: {name: x}}} | 100"
      })
  void anAutoscalerCountsWithItsMost(String scaler, long count) {
    Node deployment =
        read(
            "{kind: Deployment, metadata: {name: x}, spec: {replicas: 3, template: {spec:"
                + " {containers: [{resources: {requests: {memory: 1Mi}}}]}}}}");
    Amounts demand =
        ObjectDemand.of(List.of(read(scaler), deployment), NONE, ObjectDemandTest::none)
            .most()
            .amounts();
    assertThat(demand.memory().thousandths() / 1000).isEqualTo(count << 20);
  }

  /** A HorizontalPodAutoscaler is disabled for what has no replicas, unless it may have none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | HorizontalPodAutoscaler, spec: {minReplicas: 2, maxReplicas: 5, | 2 | 5",
        "3 | HorizontalPodAutoscaler, spec: {minReplicas: 2, maxReplicas: 5, | 3 | 5",
        "9 | HorizontalPodAutoscaler, spec: {minReplicas: 2, maxReplicas: 5, | 5 | 9",
        "0 | HorizontalPodAutoscaler, spec: {minReplicas: 2, maxReplicas: 5, | 0 | 0",
        "0 | HorizontalPodAutoscaler, spec: {minReplicas: 0, maxReplicas: 5, | 0 | 5",
        "1 | HorizontalPodAutoscaler, spec: {minReplicas: 4, | 4 | 4",
        "0 | ScaledObject, spec: { | 0 | 100",
        "0 | ScaledObject, spec: {minReplicaCount: 2, maxReplicaCount: 5, | 2 | 5",
        "1 | ScaledObject, spec: {minReplicaCount: 2, idleReplicaCount: 0, maxReplicaCount: 5, | 1 | 5"
      })
  void anAutoscalerKeepsPodsInItsRange(int replicas, String scaler, long least, long most) {
    ObjectDemand demand =
        ObjectDemand.of(
            List.of(
                read(
                    "{kind: Deployment, metadata: {name: x}, spec: {replicas: "
                        + replicas
                        + ", template: {spec: {containers: []}}}}"),
                read("{kind: " + scaler + " scaleTargetRef: {kind: Deployment, name: x}}}")),
            NONE,
            ObjectDemandTest::none);
    assertThat(demand.least().pods()).isEqualTo(least);
    assertThat(demand.most().pods()).isEqualTo(most);
  }

  /** Of several for one workload none can be told from the others (Kubernetes disables them). */
  @Test
  void severalAutoscalersOfOneCountWithTheWidestRange() {
    String scaler =
        "{kind: HorizontalPodAutoscaler, spec: {minReplicas: %s, maxReplicas: %s, scaleTargetRef:"
            + " {kind: Deployment, name: x}}}";
    ObjectDemand demand =
        ObjectDemand.of(
            List.of(
                read("{kind: Deployment, metadata: {name: x}, spec: {template: {spec: {}}}}"),
                read(scaler.formatted(2, 9)),
                read(scaler.formatted(3, 4))),
            NONE,
            ObjectDemandTest::none);
    assertThat(demand.least().pods()).isEqualTo(2);
    assertThat(demand.most().pods()).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: ReplicationController, spec: {replicas: 2, template: {spec: {}}} | 2 | 2",
        "kind: Rollout, spec: {replicas: 2, template: {spec: {}}} | 2 | 2",
        "kind: Pod, spec: {} | 1 | 1",
        "kind: Job, spec: {parallelism: 3, template: {spec: {}}} | 0 | 3",
        "kind: Job, spec: {suspend: true, parallelism: 3, template: {spec: {}}} | 0 | 0",
        "kind: Job, spec: {suspend: false, template: {spec: {}}} | 0 | 1",
        "kind: CronJob, spec: {jobTemplate: {spec: {template: {spec: {}}}}} | 0 | 1",
        "kind: CronJob, spec: {suspend: true, jobTemplate: {spec: {template: {spec: {}}}}} | 0 | 0",
        "kind: CronJob, spec: {} | 0 | 0",
        "kind: PersistentVolumeClaim, spec: {} | 0 | 0"
      })
  void aRunEndsAndIsNotThereForCertain(String object, long least, long most) {
    ObjectDemand demand =
        ObjectDemand.of(List.of(read("{" + object + "}")), NONE, ObjectDemandTest::none);
    assertThat(demand.least().pods()).isEqualTo(least);
    assertThat(demand.most().pods()).isEqualTo(most);
  }

  @Test
  void whatRunsNowhereAsksForNothing() {
    assertThat(
            doubts(
                "{kind: Deployment, spec: {replicas: 0, template: {spec: {containers: [{resources:"
                    + " {requests: {memory: plenty}}}]}}}}"))
        .isEmpty();
  }

  @Test
  void volumesCountAsOftenAsTheyAreClaimed() {
    String claim = "spec: {resources: {requests: {storage: 2Gi}}}";
    Demand demand =
        ObjectDemand.of(
                List.of(
                    read("{kind: PersistentVolumeClaim, " + claim + "}"),
                    read(
                        "{kind: StatefulSet, spec: {replicas: 3, template: {spec: {}},"
                            + " volumeClaimTemplates: [{"
                            + claim
                            + "}, {"
                            + claim
                            + "}]}}"),
                    read(
                        "{apiVersion: postgresql.cnpg.io/v1, kind: Cluster, spec: {instances: 2,"
                            + " storage: {size: 1Gi}, walStorage: {size: 512Mi}}}")),
                NONE,
                ObjectDemandTest::none)
            .least();
    assertThat(demand.against("requests.storage")).hasToString("17Gi");
    assertThat(demand.against("pods")).hasToString("5");
    assertThat(demand.against("services")).isEqualTo(Quantity.ZERO);
  }

  @Test
  void whatIsNotWrittenComesFromTheLimitRange() {
    UsualResources defaults =
        UsualResources.of(Map.of("memory", "256Mi", "cpu", "1"), Map.of("memory", "128Mi"));
    assertThat(amounts(pod("{}"), defaults)).isEqualTo(amounts("128Mi", "1", "256Mi", "1"));
    // The API server makes a limit the request before any default is looked at.
    assertThat(amounts(pod("{limits: {memory: 512Mi}}"), defaults))
        .isEqualTo(amounts("512Mi", "1", "512Mi", "1"));
    assertThat(amounts(read("{kind: Pod, spec: {resources: {limits: {memory: 1Gi}}}}"), defaults))
        .isEqualTo(amounts("1Gi", "0", "1Gi", "0"));
  }

  @Test
  void otherObjectsRunNothing() {
    assertThat(amounts(read("{kind: Service, spec: {replicas: 3}}"), NONE)).isEqualTo(Amounts.NONE);
    assertThat(amounts(read("{kind: ConfigMap, data: {containers: [x]}}"), NONE))
        .isEqualTo(Amounts.NONE);
  }

  private static void none(Doubt doubt) {
    throw new AssertionError(doubt);
  }

  /** Whether each doubt is about how something is written. */
  private static List<Boolean> doubts(String object) {
    List<Boolean> doubts = new ArrayList<>();
    ObjectDemand.of(List.of(read(object)), NONE, doubt -> doubts.add(doubt.unreadable()));
    return doubts.stream().distinct().toList();
  }

  private static Amounts amounts(Node object, UsualResources defaults) {
    return ObjectDemand.of(List.of(object), defaults, ObjectDemandTest::none).most().amounts();
  }

  private static Node pod(String resources) {
    return read("{kind: Pod, spec: {containers: [{resources: " + resources + "}]}}");
  }

  private static Amounts amounts(String memory, String cpu, String memoryLimit, String cpuLimit) {
    return Amounts.of(
        Map.of("memory", memory, "cpu", cpu), Map.of("memory", memoryLimit, "cpu", cpuLimit));
  }

  private static long memory(String object) {
    return amounts(read(object), NONE).memory().thousandths() / 1000;
  }

  private static Node read(String yaml) {
    return new YamlReader(Budget.BUNDLE)
        .read("object.yaml", yaml.getBytes(StandardCharsets.UTF_8))
        .single(Fault.RENDERING);
  }
}
