package dev.mayfly.delivery;

import static dev.mayfly.delivery.DeliveryCase.draft;
import static dev.mayfly.delivery.DeliveryCase.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.facts.AppliedPolicy;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.platform.App;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the facts of a cluster say of a clone, and of the policies that keep previews apart. */
class ClusterProofsTest {
  private static final YamlDraft CLONING = YamlDraft.example("monolith");
  private final List<String> warnings = new ArrayList<>();

  @Test
  void aCloneOfAnOlderReleaseNeverStarts() {
    App app = DeliveryCase.app(CLONING);
    assertThatThrownBy(() -> proof(16).prove(app, Optional.of("nightly")))
        .isInstanceOfSatisfying(
            ProblemsException.class, it -> assertThat(it.fault()).isEqualTo(Fault.REFUSED));
    assertThat(warnings).isEmpty();
    proof(17).prove(app, Optional.of("nightly"));
    assertThat(warnings).as("what the facts do not say").isNotEmpty();
  }

  @Test
  void onlyANewCloneIsProven() {
    assertThat(proof(16).isForNewPreviews()).isTrue();
    assertThat(BundleMoves.NONE.proof().isForNewPreviews()).isFalse();
    proof(16)
        .prove(
            policy(draft()).overlay(policy(draft()).blueprint("orders").orElseThrow()),
            DeliveryCase.facts(DeliveryCase.HEAD),
            new TreeMap<>());
    assertThat(warnings).isEmpty();
    assertThatThrownBy(() ->
            proof(16)
                .prove(
                    policy(CLONING).overlay(policy(CLONING).blueprint("monolith").orElseThrow()),
                    DeliveryCase.facts(DeliveryCase.HEAD),
                    new TreeMap<>()))
        .isInstanceOf(ProblemsException.class);
  }

  private CloneProof proof(int major) {
    ClusterFacts.SourceCluster source =
        new ClusterFacts.SourceCluster(
            new ClusterFacts.Name("monolith", "monolith-pg"),
            Optional.of(major),
            Optional.empty(),
            false,
            0,
            Location.ofFile("facts.yaml"));
    return new CloneProof(
        facts(List.of(source), Optional.empty()),
        problems -> problems.forEach(it -> warnings.add(it.message())));
  }

  @Test
  void thePoliciesOfThePlatformAreApplied() {
    assertThat(ids(Optional.empty())).containsExactly("policy-unknown");
    assertThat(ids(Optional.of(List.of()))).isNotEmpty().containsOnly("policy-not-applied");
    List<Problem> missing =
        PolicyInCluster.problems(policy(draft()), facts(List.of(), Optional.of(List.of())));
    assertThat(missing)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.location()).hasToString("platform/admission-policy-orders.yaml");
          assertThat(it.hint()).contains("docs/how-to/apply-platform.md");
        });
    AppliedPolicy other = new AppliedPolicy("other", List.of(), List.of(), true);
    assertThat(ids(Optional.of(List.of(other)))).hasSameSizeAs(missing);
  }

  private static List<String> ids(Optional<List<AppliedPolicy>> policies) {
    return PolicyInCluster.problems(policy(draft()), facts(List.of(), policies)).stream()
        .map(Problem::id)
        .toList();
  }

  private static ClusterFacts facts(
      List<ClusterFacts.SourceCluster> clusters, Optional<List<AppliedPolicy>> policies) {
    return new ClusterFacts(
        Optional.empty(), List.of(), List.of(), clusters, List.of(), List.of(), policies);
  }
}
