package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that say no kind are named, and kinds that no platform may list are refused. */
class AllowedKindsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: Secret\nmetadata: {name: z}\n",
        "apiVersion: v1\nmetadata: {name: z}\n",
        "kind: null\napiVersion: v1\n",
        "apiVersion: v1\nkind: SecretList\nitems: [{metadata: {name: z}}]\n",
        "apiVersion: v1\nkind: List\nitems: [x]\n",
        "kind: List\nitems: [{apiVersion: v1, kind: ConfigMap, metadata: {name: x}}]\n",
        "- apiVersion: v1\n  kind: ConfigMap\n",
        "just text\n"
      })
  void aDocumentWithoutAKindIsNamed(String document) {
    assertThat(BundleCase.directory().object(document).findings()).contains("error no-kind");
    assertThat(BundleCase.sharedChart().renders(document).findings()).contains("error no-kind");
  }

  @ParameterizedTest
  @ValueSource(strings = {"# nothing\n", "---\n---\n", "apiVersion: v1\nkind: List\nitems: []\n"})
  void whatIsEmptyIsNoDocument(String document) {
    assertThat(BundleCase.directory().object(document).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1\nkind: Endpoints", "discovery.k8s.io/v1\nkind: EndpointSlice"})
  void aServiceIsNotLedElsewhereByHand(String kind) {
    assertThat(own(kind)).containsExactly("error chosen-endpoint");
    assertThat(shared(kind)).contains("error chosen-endpoint");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1\nkind: ResourceQuota", "v1\nkind: LimitRange"})
  void besideProductionTheNamespaceIsNotBounded(String kind) {
    assertThat(own(kind)).containsExactly("error kind-not-allowed");
    assertThat(shared(kind)).contains("error shared-kind");
  }

  /** Whoever reads it writes the line into mayfly.yaml, or sees what was mistyped. */
  @ParameterizedTest
  @CsvSource({
    "batch/v1, Job, 'list `{group: batch, kind: Job}` in `apps[].resources` of `mayfly.yaml`'",
    "v1, Secret, 'list `{group: \"\", kind: Secret}` in `apps[].resources` of `mayfly.yaml`'",
    "apps/v1, Deploymnt, 'did you mean `apps/Deployment`? Else list `{group: apps, kind: Deploymnt}` in `apps[].resources` of `mayfly.yaml`'"
  })
  void theHintIsTheLineToAdd(String version, String kind, String hint) {
    assertThat(
            BundleCase.directory()
                .object("apiVersion: %s\nkind: %s\nmetadata: {name: x}\n".formatted(version, kind))
                .problems())
        .filteredOn(it -> it.id().equals("kind-not-allowed"))
        .singleElement()
        .satisfies(it -> assertThat(it.hint()).isEqualTo(hint));
  }

  private static List<String> own(String kind) {
    return BundleCase.directory()
        .object("apiVersion: " + kind + "\nmetadata: {name: x}\n")
        .findings();
  }

  private static List<String> shared(String kind) {
    return BundleCase.sharedChart()
        .renders("apiVersion: " + kind + "\nmetadata: {name: monolith-pr-7}\n")
        .findings();
  }
}
