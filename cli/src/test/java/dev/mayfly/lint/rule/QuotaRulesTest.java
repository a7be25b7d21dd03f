package dev.mayfly.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts against a quota, as Kubernetes counts it. */
class QuotaRulesTest {
  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: pr-7-web}
      spec:
        replicas: 2
        template:
          spec:
            initContainers:
            - {name: migrate, image: a, resources: {requests: {memory: 300Mi}}}
            - {name: proxy, image: a, restartPolicy: Always, resources: {requests: {memory: 50Mi}}}
            containers:
            - {name: web, image: a, resources: {requests: {memory: 100Mi}, limits: {cpu: 500m}}}
            - {name: log, image: a, resources: {limits: {memory: 50Mi}}}
      ---
      """;

  private static final String SCALER =
      """
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: web, namespace: pr-7-web}
      spec: {minReplicas: 3, maxReplicas: 5, scaleTargetRef: {kind: Deployment, name: web}}
      ---
      """;

  @Test
  void initContainersCountWhereTheyAskForMore() {
    assertThat(tooSmall("requests.memory: 600Mi", DEPLOYMENT)).isEmpty();
    assertThat(tooSmall("requests.memory: 599Mi", DEPLOYMENT))
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .contains("600Mi");
  }

  @Test
  void whatIsNotWrittenTheLimitRangeFillsIn() {
    String range = range("default: {memory: 200Mi}");
    assertThat(tooSmall("limits.memory: 1Gi", DEPLOYMENT)).isEmpty();
    assertThat(tooSmall("limits.memory: 1Gi", DEPLOYMENT + range)).isEmpty();
    assertThat(tooSmall("limits.memory: 800Mi", DEPLOYMENT + range)).isNotEmpty();
  }

  @Test
  void podsAndVolumesCountToo() {
    String database =
        """
        apiVersion: postgresql.cnpg.io/v1
        kind: Cluster
        metadata: {name: db, namespace: pr-7-web}
        spec: {instances: 2, storage: {size: 10Gi}, walStorage: {size: 2Gi}}
        ---
        """;
    assertThat(tooSmall("pods: \"4\"", DEPLOYMENT + database)).isEmpty();
    assertThat(tooSmall("pods: \"3\"", DEPLOYMENT + database)).isNotEmpty();
    assertThat(tooSmall("requests.storage: 24Gi", database)).isEmpty();
    assertThat(tooSmall("requests.storage: 23Gi", database)).isNotEmpty();
  }

  @Test
  void anAutoscalerMovesTheNumberOfPods() {
    assertThat(tooSmall("pods: \"2\"", DEPLOYMENT + SCALER))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
    assertThat(tooSmall("pods: \"4\"", DEPLOYMENT + SCALER))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(tooSmall("pods: \"5\"", DEPLOYMENT + SCALER)).isEmpty();
  }

  @Test
  void aLimitThatNobodyNamesIsRefused() {
    String unnamed = range("defaultRequest: {memory: 10Mi}");
    assertThat(lint("NS014", "limits.memory: 2Gi", DEPLOYMENT + unnamed))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
    assertThat(lint("NS014", "limits.memory: 2Gi", unnamed))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(lint("NS014", "limits.memory: 2Gi", DEPLOYMENT + range("max: {memory: 1Gi}")))
        .isEmpty();
    assertThat(lint("NS014", "requests.memory: 2Gi", DEPLOYMENT + range("min: {memory: 1Mi}")))
        .isEmpty();
  }

  private static String range(String item) {
    return """
    apiVersion: v1
    kind: LimitRange
    metadata: {name: range, namespace: pr-7-web}
    spec: {limits: [{type: Container, %s}]}
    ---
    """
        .formatted(item);
  }

  private static List<Finding> tooSmall(String hard, String objects) {
    return lint("NS003", hard, objects);
  }

  private static List<Finding> lint(String rule, String hard, String objects) {
    String quota =
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: quota, namespace: pr-7-web}
        spec: {hard: {%s}}
        """
            .formatted(hard);
    return RuleExamples.lint(objects + quota, List.of(RuleCatalog.find(rule).orElseThrow()));
  }
}
