package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pods mount what the preview brings, and claims take a volume that is made for them. */
class PodVolumesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "hostPath: {path: /}",
        "nfs: {server: x, path: /}",
        "csi: {driver: secrets-store.csi.k8s.io}",
        "iscsi: {targetPortal: x}",
        "gitRepo: {repository: x}",
        "flexVolume: {driver: x}",
        "HostPath: {path: /}",
        "awsElasticBlockStore: {volumeID: x}",
        "cephfs: {monitors: []}",
        "projected: {sources: [{clusterTrustBundle: {name: x}}]}",
        "projected: {sources: [{podCertificate: {signerName: x}}]}"
      })
  void aVolumeOfAnotherKindIsRefused(String volume) {
    assertThat(own("volumes: [{name: v, " + volume + "}]")).containsExactly("error volume-kind");
    assertThat(shared("volumes: [{name: v, " + volume + "}]")).contains("error volume-kind");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "emptyDir: {}",
        "configMap: {name: monolith-pr-7-x}",
        "secret: {secretName: monolith-pr-7-x}",
        "downwardAPI: {items: []}",
        "persistentVolumeClaim: {claimName: monolith-pr-7-x}",
        "projected: {sources: [{serviceAccountToken: {path: t}}, {downwardAPI: {}}, {secret: {name: monolith-pr-7-x}}]}",
        "ephemeral: {volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce]}}}"
      })
  void whatThePreviewBringsIsMounted(String volume) {
    assertThat(own("volumes: [{name: v, " + volume + "}]")).isEmpty();
    assertThat(shared("volumes: [{name: v, " + volume + "}]")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"volumeName: pv-of-production", "selector: {matchLabels: {app: production}}"})
  void aClaimDoesNotChooseItsVolume(String field) {
    String claim = "{accessModes: [ReadWriteOnce], " + field + "}";
    assertThat(own("volumes: [{name: v, ephemeral: {volumeClaimTemplate: {spec: " + claim + "}}}]"))
        .containsExactly("error chosen-volume");
    assertThat(
            BundleCase.directory()
                .object(
                    "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: x}\nspec: "
                        + claim
                        + "\n")
                .findings())
        .contains("error chosen-volume");
  }

  @Test
  void besideProductionAStatefulSetTakesItsClaimsAlong() {
    String set =
        "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: monolith-pr-7}\nspec: {%s"
            + "selector: {matchLabels: {i: monolith-pr-7}}, volumeClaimTemplates: [{metadata: {name: x}}]}\n";
    String policy = "persistentVolumeClaimRetentionPolicy: {whenDeleted: %s}, ";
    assertThat(BundleCase.sharedChart().renders(set.formatted("")).findings())
        .contains("error shared-claim");
    assertThat(
            BundleCase.sharedChart().renders(set.formatted(policy.formatted("Retain"))).findings())
        .contains("error shared-claim");
    assertThat(
            BundleCase.sharedChart().renders(set.formatted(policy.formatted("Delete"))).findings())
        .doesNotContain("error shared-claim");
    assertThat(BundleCase.directory().object(set.formatted("")).findings())
        .doesNotContain("error shared-claim");
  }

  private static List<String> own(String field) {
    return BundleCase.directory()
        .platform("        config:\n", "        provided: [monolith-pr-7-x]\n        config:\n")
        .more("deployment.yaml", "      " + field + "\n")
        .findings();
  }

  private static List<String> shared(String field) {
    return BundleCase.sharedChart()
        .renders(
            "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: monolith-pr-7}\nspec: {selector:"
                + " {matchLabels: {i: monolith-pr-7}}, template: {metadata: {labels:"
                + " {app.kubernetes.io/instance: monolith-pr-7}}, spec: {"
                + field
                + ", containers: [{name: a, image: ghcr.io/jomcgi/monolith@"
                + BundleCase.DIGEST
                + "}]}}}\n")
        .findings();
  }
}
