package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bundle asks for is counted as the cluster will count it, or the bundle is refused. */
class WorkloadBudgetTest {
  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: monolith-pr-7}
      spec:
        %s
        selector: {matchLabels: {i: monolith-pr-7}}
        template:
          metadata: {labels: {app.kubernetes.io/instance: monolith-pr-7}}
          spec: {%s, containers: [{name: a, image: ghcr.io/jomcgi/monolith@%s}]}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"0x28", "0o50", "4e1", "4_0", "+40", "0b101000", "050", "'40'", "40.0"})
  void replicasInAnotherNotationAreRefused(String replicas) {
    assertThat(own("  replicas: " + replicas)).contains("error unreadable-amount");
    assertThat(shared("replicas: " + replicas, "x: y")).containsExactly("error unreadable-amount");
  }

  @Test
  void replicasAsEverybodyReadsThemAreCounted() {
    assertThat(own("  replicas: 1")).isEmpty();
    assertThat(shared("replicas: 2", "x: y")).isEmpty();
    assertThat(own("  replicas: 40")).contains("error over-quota");
  }

  /** The quota is of the database too, where that is beside the pods. */
  @ParameterizedTest
  @CsvSource({"1380Mi, true", "1379Mi, false"})
  void whatIsBesideCountsUpToTheLastByte(String quota, boolean fits) {
    String own =
        "        mode: ephemeral\n        storage: {size: 1Gi}\n        requests: {memory: 1Gi}\n"
            + "        limits: {memory: 1Gi}\n        image: ghcr.io/acme/pg:17.5@"
            + BundleCase.DIGEST
            + "\n        migrationCheck: {table: versions, requests: {memory: 100Mi}, limits: {memory: 100Mi}}\n";
    List<String> found =
        BundleCase.directory()
            .platform(
                "        mode: shared\n        source: shared-pg\n        sourceNamespace: databases\n"
                    + "        credentials: {store: preview-db, kind: ClusterSecretStore}\n",
                own)
            .platform("requests.memory: 3Gi", "requests.memory: " + quota)
            .more("deployment.yaml", "      resources: {requests: {memory: 256Mi}}\n")
            .findings();
    assertThat(found.contains("error over-quota")).isEqualTo(!fits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "      resources: {requests: {memory: 400Gi}}",
        "      resources: {limits: {memory: 400Gi}}",
        "      overhead: {memory: 400Gi}",
        "      initContainers: [{name: i, restartPolicy: Always, image: IMAGE, resources: {requests: {memory: 400Gi}}}]",
        "      initContainers: [{name: i, image: IMAGE, resources: {requests: {memory: 400Gi}}}]"
      })
  void whatThePodOrASidecarAsksForIsCounted(String pod) {
    String image = "ghcr.io/acme/orders@" + BundleCase.DIGEST;
    String large = pod.replace("IMAGE", image) + "\n";
    assertThat(BundleCase.directory().more("deployment.yaml", large).findings())
        .contains("error over-quota");
    assertThat(
            BundleCase.directory()
                .more("deployment.yaml", large.replace("400Gi", "64Mi"))
                .findings())
        .doesNotContain("error over-quota", "error unreadable-amount");
  }

  /** Pods and volumes are in the bounds of a quota as memory is. */
  @ParameterizedTest
  @CsvSource({
    "pods: \"1\", false",
    "pods: \"0\", true",
    "requests.storage: 2Gi, false",
    "requests.storage: 1Gi, true"
  })
  void podsAndVolumesAreCountedToo(String quota, boolean over) {
    String claim =
        "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\n"
            + "spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 2Gi}}}\n";
    assertThat(
            BundleCase.directory()
                .object(claim)
                .platform("requests.memory: 3Gi, limits.memory: 6Gi, pods: \"20\"", quota)
                .findings()
                .contains("error over-quota"))
        .isEqualTo(over);
  }

  /** Where nothing bounds them all and nobody said how much, nothing is counted. */
  @Test
  void withoutACapacityNothingIsTooMuch() {
    BundleCase side =
        BundleCase.directory()
            .more("deployment.yaml", "      resources: {requests: {memory: 300Mi}}\n");
    assertThat(side.findings()).containsExactly("warning counted-too-low");
    side.platform("  capacity: {memory: 8Gi, cpu: \"4\"}\n", "");
    assertThat(side.findings()).isEmpty();
    side.platform(
        "      service: {name: orders",
        "      workload: {requests: {memory: 200Mi}}\n      service: {name: orders");
    assertThat(side.findings()).containsExactly("error over-budget");
  }

  /** Extras of the platform are counted by what they are, and nothing else of the overlay is. */
  @ParameterizedTest
  @CsvSource({"extra-proxy.yaml, true", "proxy.yaml, false"})
  void whatThePlatformAddsIsBesideToo(String file, boolean counted) {
    String pod =
        "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: a, resources: {requests: {memory: 3Gi}}}]}\n";
    Bundle bundle = BareBundle.of(Map.of("own.yaml", pod.replace("3Gi", "1Mi")), Map.of(file, pod));
    BundleFindings findings = new BundleFindings(Severity.ERROR);
    new WorkloadBudget().check(bundle, findings);
    assertThat(findings.sorted().stream().map(Problem::id).toList().contains("over-quota"))
        .isEqualTo(counted);
  }

  @Test
  void whatIsNotUnderstoodIsUndecided() {
    String set = "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: monolith-pr-7}\n";
    assertThat(BundleCase.sharedChart().renders(set).findings()).doesNotContain("error undecided");
    assertThat(
            BundleCase.sharedChart()
                .renders(set + "spec: {template: {spec: {containers: []}}}\n")
                .findings())
        .contains("error undecided");
  }

  @Test
  void aCronJobThatOverlapsIsSaidToGrow() {
    String job =
        "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: x}\nspec: {schedule: '* * * * *'%s}\n";
    for (String policy : new String[] {"", ", concurrencyPolicy: Allow", ", suspend: false"}) {
      assertThat(BundleCase.directory().object(job.formatted(policy)).findings())
          .contains("warning grows");
    }
    for (String policy :
        new String[] {
          ", concurrencyPolicy: Forbid", ", concurrencyPolicy: Replace", ", suspend: true"
        }) {
      assertThat(BundleCase.directory().object(job.formatted(policy)).findings())
          .doesNotContain("warning grows");
    }
  }

  private static List<String> own(String line) {
    return BundleCase.directory()
        .replace("deployment.yaml", "spec:\n  selector", "spec:\n" + line + "\n  selector")
        .findings()
        .stream()
        .filter(id -> !id.equals("warning counted-too-low"))
        .toList();
  }

  private static List<String> shared(String spec, String pod) {
    return BundleCase.sharedChart()
        .renders(DEPLOYMENT.formatted(spec, pod, BundleCase.DIGEST))
        .findings();
  }
}
