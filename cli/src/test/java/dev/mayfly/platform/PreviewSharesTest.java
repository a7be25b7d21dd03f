package dev.mayfly.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.kubernetes.Amounts;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.manifest.YamlDraft;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one preview asks for, and small questions that a platform answers. */
class PreviewSharesTest {
  private static final String INSTANCE =
      "{mode: ephemeral, storage: {size: 1Gi}, requests: {memory: 512Mi}, limits: {memory: 1Gi},"
          + " migrationCheck: {table: history}, image:"
          + " 'ghcr.io/cloudnative-pg/postgresql:17.5@sha256:"
          + "a".repeat(64)
          + "'}";

  @Test
  void amountsAreAddedAndCompared() {
    Amounts one = Amounts.of(Map.of("memory", "1Gi", "cpu", "x"), Map.of("cpu", "2"));
    assertThat(one.request("memory")).hasToString("1Gi");
    assertThat(one.request("cpu")).isEqualTo(Quantity.ZERO);
    assertThat(one.limit("memory")).isEqualTo(Quantity.ZERO);
    assertThat(one.limit("cpu")).hasToString("2");
    assertThat(one.plus(one)).isEqualTo(one.times(2));
    assertThat(one.or(one.times(3))).isEqualTo(one.times(3));
    assertThat(one.times(3).or(one)).isEqualTo(one.times(3));
    assertThat(Amounts.NONE.isNone()).isTrue();
    for (String resource : List.of("memory", "cpu")) {
      assertThat(Amounts.of(Map.of(resource, "1"), Map.of()).isNone()).isFalse();
      assertThat(Amounts.of(Map.of(), Map.of(resource, "1")).isNone()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                             | workload 128Mi",
        "{replicaCount: 3}              | workload 384Mi",
        "{replicaCount: 0}              | workload 128Mi",
        "{replicaCount: 9999}           | workload 1279872Mi",
        "{replicaCount: 10000}          | workload 128Mi",
        "{resources: {requests: {memory: 1Gi}}} | workload 1Gi",
        "{resources: {limits: {memory: 2Gi}}}   | workload 2Gi",
        "{resources: {requests: {memory: x}}}   | workload 128Mi",
        "{resources: {requests: {memory: 0}}}   | nothing"
      })
  void aChartIsGivenWhatItRuns(String values, String sum) {
    assertThat(
            shares(
                    draft()
                        .with("spec.apps.0.bundle.kind", "helm")
                        .with("spec.apps.0.values", values))
                .sum("memory"))
        .isEqualTo(sum);
  }

  @Test
  void aDatabaseIsAPartOfIt() {
    PreviewShares shares = shares(draft().with("spec.apps.0.database", INSTANCE));
    assertThat(shares.sum("memory")).startsWith("workload 128Mi, database 512Mi, migration check ");
    assertThat(shares.shares())
        .extracting(share -> share.part().words())
        .contains("database job, earlier");
    assertThat(shares.inPreview()).isEqualTo(shares.total());
    assertThat(shares.total().request("memory").compareTo(Quantity.parse("640Mi"))).isPositive();
    assertThat(shares(draft()).shares())
        .extracting(share -> share.part().words())
        .containsExactly("workload");
  }

  @ParameterizedTest
  @CsvSource({
    "overlay,   pull-request, pull-request, true",
    "overlay,   push,         pull-request, true",
    "overlay,   pull-request, push,         true",
    "overlay,   push,         push,         false"
  })
  void whatIsProposed(String delivery, String change, String removal, boolean proposes) {
    GitOps gitops =
        platform(
                draft()
                    .with("spec.gitops.delivery", delivery)
                    .with("spec.gitops.change", change)
                    .with("spec.gitops.removal", removal))
            .gitops();
    assertThat(gitops.proposesChanges()).isEqualTo(proposes);
    assertThat(gitops.isGenerator()).isFalse();
    assertThat(gitops.inRepository("a/b")).isEqualTo("a/b");
  }

  @Test
  void aPlatformMayLieInAFolder() {
    GitOps gitops = platform(draft().with("spec.gitops.path", "teams/shop")).gitops();
    assertThat(gitops.inRepository("a")).isEqualTo("teams/shop/a");
    assertThat(platform(draft()).place("orders")).isEqualTo("orders");
    assertThat(platform(draft()).app("other")).isEmpty();
    assertThat(platform(YamlDraft.example("shapes/environment")).place("web")).isEqualTo("shop");
    assertThat(platform(draft()).admission().lowered()).isEmpty();
    assertThat(platform(draft().with("spec.admission.undecided", "warn")).admission().lowered())
        .contains("what is undecided about a bundle is let through");
  }

  @Test
  void loginsAndRepositoriesKnowNoCase() {
    Authors authors =
        new Authors(List.of("Ada"), List.of("acme/web"), Optional.of("acme"), List.of("Eve"));
    assertThat(authors.names("aDA")).isTrue();
    assertThat(authors.names("eve")).isFalse();
    assertThat(authors.excludes("eVE")).isTrue();
    assertThat(authors.excludes("ada")).isFalse();
    assertThat(authors.groups()).containsExactly("acme/web", "acme");
    assertThat(authors.isOpen()).isFalse();
    assertThat(Authors.ANYONE.isOpen()).isTrue();
    assertThat(new Authors(List.of(), List.of(), Optional.of("a"), List.of()).isOpen()).isFalse();
    Forks forks = new Forks(List.of("Eve/Shop"), List.of(), Optional.empty());
    assertThat(forks.lists("eve/shop")).isTrue();
    assertThat(forks.lists("eve/other")).isFalse();
    assertThat(forks.isEmpty()).isFalse();
    assertThat(Forks.NONE.isEmpty()).isTrue();
    assertThat(new Forks(List.of(), List.of("acme/web"), Optional.empty()).isEmpty()).isFalse();
  }

  private static YamlDraft draft() {
    return YamlDraft.example("primitives")
        .without("spec.capacity")
        .without("spec.namespace.quota")
        .without("spec.apps.0.database");
  }

  private static PreviewShares shares(YamlDraft draft) {
    Platform platform = platform(draft);
    return PreviewShares.of(platform, platform.apps().getFirst());
  }

  private static Platform platform(YamlDraft draft) {
    return PlatformLoader.load("mayfly.yaml", draft.bytes()).platform();
  }
}
