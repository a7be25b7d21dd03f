package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What would keep an object beyond its preview, or steer Argo CD, Helm or kustomize. */
class SteeringMetadataTest {
  private static final String OBJECT =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s, %s}\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "finalizers: [evil.example/never]",
        "finalizers: []",
        "ownerReferences: [{apiVersion: v1, kind: ConfigMap, name: x, uid: y}]",
        "generateName: x-",
        "managedFields: [{manager: x}]",
        "resourceVersion: '7'",
        "uid: x",
        "deletionGracePeriodSeconds: 900",
        "annotations: {argocd.argoproj.io/sync-options: Delete=false}",
        "annotations: {argocd.argoproj.io/sync-options: 'ServerSideApply=true, Prune=false'}",
        "annotations: {argocd.argoproj.io/sync-options: Prune=confirm}",
        "annotations: {argocd.argoproj.io/sync-options: 'Force=true,Replace=true'}",
        "annotations: {argocd.argoproj.io/sync-options: Validate=false}",
        "annotations: {argocd.argoproj.io/sync-options: prunelast=true}",
        "annotations: {argocd.argoproj.io/compare-options: IgnoreExtraneous}",
        "annotations: {argocd.argoproj.io/tracking-id: 'production:/ConfigMap:monolith/x'}",
        "annotations: {argocd.argoproj.io/installation-id: other}",
        "annotations: {argocd.argoproj.io/ignore-healthcheck: 'true'}",
        "annotations: {link.argocd.argoproj.io/x: 'https://evil.example'}",
        "annotations: {notifications.argoproj.io/subscribe.on-deployed.slack: x}",
        "annotations: {argocd.argoproj.io/sync-wave: 0x10}",
        "annotations: {argocd.argoproj.io/sync-wave: '1_0'}",
        "annotations: {argocd.argoproj.io/sync-wave: ' 1'}",
        "annotations: {argocd.argoproj.io/sync-wave: [1]}",
        "annotations: {argocd.argoproj.io/hook: Nope}",
        "annotations: {argocd.argoproj.io/hook: predelete}",
        "annotations: {argocd.argoproj.io/hook: ''}",
        "annotations: {argocd.argoproj.io/hook: 'PostSync, Skip'}",
        "annotations: {argocd.argoproj.io/hook-delete-policy: Never}",
        "annotations: {helm.sh/resource-policy: keep}",
        "annotations: {helm.sh/hook: Pre-Delete}",
        "annotations: {helm.sh/hook-weight: x}",
        "annotations: {config.kubernetes.io/function: x}",
        "annotations: {internal.config.kubernetes.io/x: y}",
        "annotations: {kustomize.config.k8s.io/behavior: merge}",
        "annotations: {mayfly.dev/pull-request: '8'}",
        "labels: {argocd.argoproj.io/secret-type: cluster}",
        "labels: {applications.argoproj.io/app-name: production}",
        "labels: {mayfly.dev/preview: pr-8-orders}"
      })
  void whatSteersIsRefusedInEveryNamespace(String metadata) {
    assertThat(own(metadata)).containsExactly("error steering-metadata");
    assertThat(shared(metadata)).containsExactly("error steering-metadata");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "creationTimestamp: null",
        "annotations: {argocd.argoproj.io/sync-wave: '-5'}",
        "annotations: {argocd.argoproj.io/sync-wave: '+5', helm.sh/hook-weight: '3'}",
        "annotations: {argocd.argoproj.io/sync-options: ' ServerSideApply=true ,PruneLast=true,'}",
        "annotations: {argocd.argoproj.io/hook: 'Sync,PostSync,SyncFail'}",
        "annotations: {argocd.argoproj.io/hook: PostSync, argocd.argoproj.io/hook-delete-policy: 'HookSucceeded,BeforeHookCreation'}",
        "annotations: {helm.sh/hook: test, helm.sh/hook-delete-policy: hook-succeeded}",
        "annotations: {example.dev/argocd.argoproj.io: x, not-helm.sh/x: y, checksum/config: z}",
        "labels: {app.kubernetes.io/name: x, app: y, version: z}"
      })
  void whatIsHarmlessIsNot(String metadata) {
    assertThat(own(metadata)).isEmpty();
    assertThat(shared(metadata)).isEmpty();
  }

  /** Pods and claims take these over from the template that they are made of. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "template: {metadata: {finalizers: [evil.example/never]}}",
        "template: {metadata: {annotations: {argocd.argoproj.io/tracking-id: x}}}",
        "volumeClaimTemplates: [{metadata: {name: x, finalizers: [evil.example/never]}}]",
        "volumeClaimTemplates: [{metadata: {name: x, ownerReferences: []}}]"
      })
  void templatesInheritWhatSteers(String spec) {
    String object = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: %s}\nspec: {%s}\n";
    assertThat(BundleCase.directory().object(object.formatted("x", spec)).findings())
        .contains("error steering-metadata");
  }

  /** A field of this name in a resource of somebody's own is not Kubernetes' metadata. */
  @Test
  void metadataOfTriggersIsTheirOwn() {
    String object =
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\nspec: {triggers: [{metadata: {topic: x}}]}\n";
    assertThat(BundleCase.directory().object(object).findings()).isEmpty();
  }

  @Test
  void theReleaseLabelSaysNothingElseBesideProduction() {
    assertThat(own("labels: {app.kubernetes.io/instance: production}")).isEmpty();
    assertThat(shared("labels: {app.kubernetes.io/instance: production}"))
        .containsExactly("error steering-metadata");
    assertThat(shared("labels: {app.kubernetes.io/instance: monolith-pr-7}")).isEmpty();
    assertThat(shared("labels: {app.kubernetes.io/instance: monolith-pr-77}"))
        .containsExactly("error steering-metadata");
  }

  /** The label by which the policies of a preview know its pods. */
  @Test
  void thePreviewsOwnLabelIsAllowedWithItsOwnName() {
    assertThat(own("labels: {mayfly.dev/preview: orders-pr-7}")).isEmpty();
    for (String other :
        List.of(
            "mayfly.dev/preview: orders-pr-77",
            "mayfly.dev/other: orders-pr-7",
            "mayfly.dev/preview: [a]")) {
      assertThat(own("labels: {" + other + "}"))
          .as(other)
          .containsExactly("error steering-metadata");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          annotations: {helm.sh/hook-delete-policy: never} | annotation `helm.sh/hook-delete-policy` | allowed are: before-hook-creation, hook-failed, hook-succeeded
          annotations: {argocd.argoproj.io/hook: Nope} | annotation `argocd.argoproj.io/hook` | allowed are: PostSync, PreSync, Sync, SyncFail
          annotations: {argocd.argoproj.io/sync-wave: x} | annotation `argocd.argoproj.io/sync-wave` | write a whole number in quotes
          annotations: {argocd.argoproj.io/other: x} | annotation `argocd.argoproj.io/other` | remove it
          labels: {mayfly.dev/preview: x} | label `mayfly.dev/preview` | remove it
          """)
  void itSaysWhatIsAllowed(String metadata, String what, String hint) {
    assertThat(said(BundleCase.directory().object(OBJECT.formatted("x", metadata))))
        .isEqualTo("ConfigMap `x` has " + what + " with a value that is not allowed: " + hint);
  }

  @Test
  void theReleaseLabelIsExplained() {
    String object = OBJECT.formatted("monolith-pr-7-x", "labels: {app.kubernetes.io/instance: x}");
    assertThat(said(BundleCase.sharedChart().renders(object)))
        .endsWith("give it the release's name: production's Service may select it");
  }

  private static String said(BundleCase bundle) {
    return bundle.problems().stream()
        .filter(it -> it.id().equals("steering-metadata"))
        .map(it -> it.message() + ": " + it.hint())
        .collect(Collectors.joining("\n"));
  }

  private static List<String> own(String metadata) {
    return BundleCase.directory().object(OBJECT.formatted("x", metadata)).findings();
  }

  private static List<String> shared(String metadata) {
    return BundleCase.sharedChart()
        .renders(OBJECT.formatted("monolith-pr-7-x", metadata))
        .findings()
        .stream()
        .filter(id -> !id.equals("warning unused-image"))
        .toList();
  }
}
