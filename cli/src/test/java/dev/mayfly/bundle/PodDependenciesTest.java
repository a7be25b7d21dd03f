package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pods need is there when they are. */
class PodDependenciesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "containers: [{name: a, envFrom: [{secretRef: {name: NAME}}]}]",
        "containers: [{name: a, env: [{name: A, valueFrom: {secretKeyRef: {name: NAME, key: k}}}]}]",
        "initContainers: [{name: a, envFrom: [{secretRef: {name: NAME}}]}]",
        "volumes: [{name: v, secret: {secretName: NAME}}]",
        "volumes: [{name: v, projected: {sources: [{secret: {name: NAME}}]}}]"
      })
  void aSecret(String pod) {
    needs(pod, "object-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "containers: [{name: a, envFrom: [{configMapRef: {name: NAME}}]}]",
        "containers: [{name: a, env: [{name: A, valueFrom: {configMapKeyRef: {name: NAME, key: k}}}]}]",
        "volumes: [{name: v, configMap: {name: NAME}}]",
        "volumes: [{name: v, projected: {sources: [{configMap: {name: NAME}}]}}]"
      })
  void aConfigMap(String pod) {
    needs(pod, "bindings");
    assertThat(with(pod.replace("NAME", "kube-root-ca.crt")).findings()).isEmpty();
  }

  @Test
  void anAccountAndAClaim() {
    assertThat(with("serviceAccountName: other").findings())
        .containsExactly("error missing-object");
    assertThat(with("serviceAccountName: default").findings()).isEmpty();
    BundleCase account =
        with("serviceAccountName: other")
            .file(
                "account.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: other}\n");
    assertThat(account.findings()).isEmpty();
    String claim = "volumes: [{name: v, persistentVolumeClaim: {claimName: data}}]";
    assertThat(with(claim).findings()).containsExactly("error missing-object");
  }

  private static void needs(String pod, String there) {
    Problem problem = with(pod.replace("NAME", "nowhere")).problems().getFirst();
    assertThat(problem.id()).isEqualTo("missing-object");
    assertThat(problem.message())
        .contains(
            "Deployment `more` needs ",
            " `nowhere`, which is missing from the bundle and the overlay");
    assertThat(with(pod.replace("NAME", there)).findings()).isEmpty();
    assertThat(
            with(pod.replace("NAME", "nowhere"))
                .platform("        config:\n", "        provided: [nowhere]\n        config:\n")
                .findings())
        .isEmpty();
    String optional = pod.replace("name: NAME", "optional: true, name: nowhere");
    assertThat(
            with(optional.replace("secretName: NAME", "optional: true, secretName: nowhere"))
                .findings())
        .isEmpty();
  }

  /** A node that lacks a pull secret tries without it. */
  @Test
  void aPullSecretIsAskedForAndNotInsistedOn() {
    assertThat(with("imagePullSecrets: [{name: nowhere}]").findings())
        .containsExactly("warning missing-pull-secret");
    assertThat(with("imagePullSecrets: [{name: object-store}]").findings()).isEmpty();
    String account =
        "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: x}\nimagePullSecrets: [{name: %s}]\n";
    assertThat(BundleCase.directory().object(account.formatted("nowhere")).findings())
        .containsExactly("warning missing-pull-secret");
    assertThat(BundleCase.directory().object(account.formatted("object-store")).findings())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: nowhere}\n",
        "apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: x}\nspec: {target: {name: nowhere}}\n",
        "apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: nowhere}\n",
        "apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: x}\nspec: {secretName: nowhere}\n",
        "apiVersion: kafka.strimzi.io/v1\nkind: KafkaUser\nmetadata: {name: nowhere}\n",
        "apiVersion: rabbitmq.com/v1beta1\nkind: RabbitmqCluster\nmetadata: {name: now}\n"
      })
  void whatMakesASecret(String maker) {
    String secret = maker.contains("Rabbit") ? "now-default-user" : "nowhere";
    List<String> found =
        with("containers: [{name: a, envFrom: [{secretRef: {name: " + secret + "}}]}]")
            .file("maker.yaml", maker)
            .findings();
    assertThat(found).doesNotContain("error missing-object", "error undecided");
  }

  /** Its controller gives the Secret the SealedSecret's own name. */
  @Test
  void aSealedSecretDoesNotNameItsSecretInTheTemplate() {
    assertThat(
            with("containers: [{name: a, envFrom: [{secretRef: {name: nowhere}}]}]")
                .file(
                    "maker.yaml",
                    "apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: x}\n"
                        + "spec: {template: {metadata: {name: nowhere}}}\n")
                .findings())
        .contains("error missing-object");
  }

  @Test
  void whatAnOperatorMayMakeIsUndecided() {
    String operator = "apiVersion: acme.dev/v1\nkind: Queue\nmetadata: {name: queue}\n";
    assertThat(
            with("containers: [{name: a, envFrom: [{secretRef: {name: nowhere}}]}]")
                .file("maker.yaml", operator)
                .findings())
        .contains("error undecided")
        .doesNotContain("error missing-object");
  }

  /** The Secret of the overlay comes in wave -2. */
  @ParameterizedTest
  @ValueSource(strings = {"Job", "Deployment", "StatefulSet", "DaemonSet"})
  void nothingWaitsForALaterWave(String kind) {
    String reads = "containers: [{name: a, envFrom: [{secretRef: {name: object-store}}]}]";
    assertThat(waves(kind, "argocd.argoproj.io/sync-wave: '-10'", reads))
        .contains("error waits-for-later");
    assertThat(waves(kind, "argocd.argoproj.io/sync-wave: '-2'", reads))
        .doesNotContain("error waits-for-later");
    assertThat(waves(kind, "helm.sh/hook: post-install, helm.sh/hook-weight: '-10'", reads))
        .doesNotContain("error waits-for-later");
    String optional = reads.replace("{name: object-store}", "{name: object-store, optional: true}");
    assertThat(waves(kind, "argocd.argoproj.io/sync-wave: '-10'", optional))
        .doesNotContain("error waits-for-later");
  }

  @Test
  void aCronJobIsNotWaitedFor() {
    assertThat(
            BundleCase.directory()
                .object(
                    "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: x, annotations: {argocd.argoproj.io/sync-wave: '-10'}}\n"
                        + "spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: a, envFrom: [{secretRef: {name: object-store}}]}]}}}}}\n")
                .findings())
        .doesNotContain("error waits-for-later");
  }

  @Test
  void aSecretOfAnotherNamespaceIsNotThere() {
    assertThat(
            with("containers: [{name: a, envFrom: [{secretRef: {name: orders-pr-7-role}}]}]")
                .findings())
        .containsExactly("error missing-object");
  }

  /** A cluster makes Secrets and an account; its backups, which come before it, make none. */
  @Test
  void aDatabaseOfThePreviewsOwnMakesItsSecret() {
    String own =
        "      database: {mode: ephemeral, storage: {size: 1Gi}, image: 'ghcr.io/cloudnative-pg/postgresql:17.5@"
            + BundleCase.OTHER
            + "'}\n";
    BundleCase reads =
        with(
            "serviceAccountName: orders-pr-7, containers: [{name: a, envFrom: [{secretRef: {name: orders-pr-7-app}}]}]");
    String text =
        "      database:\n        mode: shared\n        source: shared-pg\n        sourceNamespace: databases\n        credentials: {store: preview-db, kind: ClusterSecretStore}\n";
    assertThat(reads.findings()).contains("error missing-object");
    assertThat(reads.platform(text, own).findings()).isEmpty();
  }

  @Test
  void helmsWeightIsAWave() {
    String hook =
        "metadata: {name: %s, annotations: {helm.sh/hook: post-install, helm.sh/hook-weight: '%s'}}";
    String map = "apiVersion: v1\nkind: ConfigMap\n" + hook.formatted("late", "5") + "\n";
    String job =
        "apiVersion: batch/v1\nkind: Job\n%s\nspec: {template: {spec: {containers: [{name: a, envFrom: [{configMapRef: {name: late}}]}]}}}\n";
    assertThat(
            BundleCase.directory()
                .object(map + "---\n" + job.formatted(hook.formatted("x", "1")))
                .problems())
        .extracting(Problem::message)
        .contains(
            "Job `x` in PostSync, wave 1 needs ConfigMap `late`, which comes in PostSync, wave 5");
    assertThat(
            BundleCase.directory()
                .object(map + "---\n" + job.formatted(hook.formatted("x", "5")))
                .findings())
        .doesNotContain("error waits-for-later");
  }

  @Test
  void theBundlesOwnWavesCountAlike() {
    String map =
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: late, annotations: {argocd.argoproj.io/sync-wave: '3'}}\n";
    BundleCase late =
        with("containers: [{name: a, envFrom: [{configMapRef: {name: late}}]}]")
            .file("map.yaml", map);
    assertThat(late.problems())
        .extracting(Problem::message)
        .containsExactly(
            "Deployment `more` in wave 0 needs ConfigMap `late`, which comes in wave 3");
    assertThat(late.replace("map.yaml", "'3'", "'0'").findings()).isEmpty();
  }

  private static List<String> waves(String kind, String annotations, String pod) {
    String version = kind.equals("Job") ? "batch/v1" : "apps/v1";
    return BundleCase.directory()
        .object(
            "apiVersion: %s\nkind: %s\nmetadata: {name: x, annotations: {%s}}\nspec: {template: {spec: {%s}}}\n"
                .formatted(version, kind, annotations, pod))
        .findings();
  }

  private static BundleCase with(String pod) {
    return BundleCase.directory()
        .object(
            "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: more}\nspec: {replicas: 0, template: {spec: {%s}}}\n"
                .formatted(pod));
  }
}
