package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a preview uses is its own: beside production by name, everywhere by namespace. */
class OwnReferencesTest {
  /** Names that stand for production's; each is also tried with the preview's own name. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "containers: [{env: [{valueFrom: {secretKeyRef: {name: production, key: k}}}]}]",
        "containers: [{env: [{valueFrom: {configMapKeyRef: {name: production, key: k}}}]}]",
        "containers: [{envFrom: [{secretRef: {name: production}}]}]",
        "containers: [{envFrom: [{configMapRef: {name: production}}]}]",
        "initContainers: [{envFrom: [{secretRef: {name: production}}]}]",
        "volumes: [{name: v, secret: {secretName: production}}]",
        "volumes: [{name: v, configMap: {name: production}}]",
        "volumes: [{name: v, persistentVolumeClaim: {claimName: production}}]",
        "volumes: [{name: v, projected: {sources: [{secret: {name: production}}]}}]",
        "volumes: [{name: v, projected: {sources: [{configMap: {name: production}}]}}]",
        "volumes: [{name: v, csi: {driver: x, nodePublishSecretRef: {name: production}}}]",
        "volumes: [{name: v, ephemeral: {volumeClaimTemplate: {spec: {dataSource: {kind: VolumeSnapshot, name: production}}}}}]",
        "volumes: [{name: v, ephemeral: {volumeClaimTemplate: {spec: {dataSourceRef: {kind: PersistentVolumeClaim, name: production}}}}}]",
        "imagePullSecrets: [{name: production}]",
        "serviceAccountName: production",
        "serviceAccount: production",
        "secrets: [{name: production}]",
        "volumeClaimTemplates: [{spec: {dataSource: {kind: PersistentVolumeClaim, name: production}}}]",
        "scaleTargetRef: {kind: Deployment, name: production}",
        "targetRefs: [{group: gateway.networking.k8s.io, kind: HTTPRoute, name: production}]",
        "rules: [{backendRefs: [{name: production, port: 80}]}]",
        "rules: [{http: {paths: [{backend: {service: {name: production}}}]}}]",
        "tls: [{secretName: production}]",
        "source: {persistentVolumeClaimName: production}",
        "roleRef: {kind: ClusterRole, name: production}",
        "subjects: [{kind: ServiceAccount, name: production}]",
        "auth: {serviceAccountRef: {name: production}}",
        "database: {passwordSecret: {name: production}}",
        "database: {credentialsSecret: production}"
      })
  void besideProductionEveryNameIsThePreviews(String spec) {
    assertThat(shared(spec)).contains("error shared-reference");
    assertThat(shared(spec.replace("production", "monolith-pr-77")))
        .contains("error shared-reference");
    assertThat(shared(spec.replace("production", "monolith-pr-7-x")))
        .doesNotContain("error shared-reference");
    assertThat(shared(spec.replace("production", "monolith-pg-pr-7-app")))
        .doesNotContain("error shared-reference");
    assertThat(own(spec)).doesNotContain("error shared-reference", "error foreign-reference");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dataSourceRef: {kind: VolumeSnapshot, name: x, namespace: monolith}",
        "rules: [{backendRefs: [{name: x, namespace: monolith}]}]",
        "subjects: [{kind: ServiceAccount, name: x, namespace: monolith}]",
        "auth: {secretRef: {name: x, namespace: monolith}}"
      })
  void noNamespaceIsReachedInto(String spec) {
    assertThat(own(spec)).contains("error foreign-reference");
    assertThat(own(spec.replace("monolith", "pr-7-orders")))
        .doesNotContain("error foreign-reference");
    assertThat(shared(spec.replace("monolith", "other"))).contains("error foreign-reference");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "volumes: [{name: v, projected: {sources: [{configMap: {name: kube-root-ca.crt}}]}}]",
        "secretStoreRef: {kind: ClusterSecretStore, name: vault}",
        "parentRefs: [{kind: Gateway, name: edge, namespace: gateway-system}]",
        "containers: [{env: [{name: DATABASE_SECRET, value: production}]}]",
        "automountServiceAccountToken: false"
      })
  void whatIsEverybodysOrNoReferenceIsLeftAlone(String spec) {
    assertThat(shared(spec)).doesNotContain("error shared-reference", "error foreign-reference");
  }

  /** Where the namespace stands, or the name. */
  @Test
  void whatIsNamedIsShown() {
    assertThat(
            BundleCase.directory()
                .object(
                    "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nextra: {secretRef: {name: x, namespace: other}}\n")
                .problems())
        .filteredOn(it -> it.id().equals("foreign-reference"))
        .singleElement()
        .satisfies(
            it -> assertThat(it.location()).hasToString(BundleCase.PATH + "/more.yaml:4:41"));
    assertThat(
            BundleCase.sharedChart()
                .renders(
                    "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nextra: {secretRef: {name: production}}\n")
                .problems())
        .filteredOn(it -> it.id().equals("shared-reference"))
        .singleElement()
        .satisfies(it -> assertThat(it.location().toString()).endsWith(":4:27"));
  }

  @Test
  void aSecretOfProductionIsNotHadByAnObjectOfAnotherKind() {
    String named = "apiVersion: v1\nkind: Service\nmetadata: {name: production}\n---\n";
    assertThat(shared("secretRef: {name: production}", named)).contains("error shared-reference");
  }

  @Test
  void theDataOfAConfigMapIsItsOwners() {
    String map =
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: monolith-pr-7-x}\ndata: {secretName: production}\n";
    assertThat(BundleCase.sharedChart().renders(map).findings())
        .containsExactly("warning unused-image");
  }

  private static List<String> own(String spec) {
    return BundleCase.directory()
        .object("apiVersion: v1\nkind: Service\nmetadata: {name: x}\nextra: {" + spec + "}\n")
        .findings();
  }

  private static List<String> shared(String spec, String... before) {
    return BundleCase.sharedChart()
        .renders(
            String.join("", before)
                + "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: monolith-pr-7}\nspec: {"
                + spec
                + "}\n")
        .findings();
  }
}
