package dev.mayfly.delivery;

import static dev.mayfly.delivery.DeliveryCase.BUILT;
import static dev.mayfly.delivery.DeliveryCase.draft;
import static dev.mayfly.delivery.DeliveryCase.id;
import static dev.mayfly.delivery.DeliveryCase.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.admission.Verdict;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gates first, then what would have to be proven, each commit once. */
class AdmissionCheckTest {
  private final List<PreviewFacts> proven = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private YamlDraft draft = draft().without("spec.capacity");
  private Optional<ProblemsException> refusal = Optional.empty();
  private Optional<String> backup = Optional.empty();

  /** Of new previews alone. */
  private final class NewProof implements Proof {
    @Override
    public boolean isForNewPreviews() {
      return true;
    }

    @Override
    public void prove(Overlay overlay, PreviewFacts facts, SortedMap<String, String> files) {
      assertThat(files).containsKey("preview.yaml");
      proven.add(facts);
      refusal.ifPresent(it -> {
        throw it;
      });
    }
  }

  @Test
  void whatIsProvenOnceIsNotProvenAgain() {
    AdmissionCheck check = check();
    Verdict verdict = verdict(check, State.OPEN);
    assertThat(verdict.admitted()).isTrue();
    assertThat(last(verdict)).isEqualTo("lock, overlay and bundle are proven at commit 2f22765");
    assertThat(last(verdict(check, State.OPEN))).isEqualTo(last(verdict));
    assertThat(proven).hasSize(1);
    assertThat(verdict(check(), State.OPEN, id("orders", 7)).admitted()).isTrue();
    assertThat(proven).as("it is there").hasSize(1);
  }

  @Test
  void whatNoGateAdmitsIsNotProven() {
    Verdict verdict = verdict(check(), State.CLOSED);
    assertThat(verdict.admitted()).isFalse();
    assertThat(verdict.findings()).noneMatch(it -> it.gate().equals(AdmissionCheck.PROOF));
    assertThat(proven).isEmpty();
  }

  @Test
  void aCloneIsProvenWithSomeBackup() {
    verdict(check(), State.OPEN);
    assertThat(proven.getLast().backup()).contains("latest");
    backup = Optional.of("nightly");
    verdict(check(), State.OPEN);
    assertThat(proven.getLast().backup()).contains("nightly");
  }

  @Test
  void whatIsLetThroughIsSaid() {
    draft = draft.with("spec.admission.undecided", "warn");
    assertThat(last(verdict(check(), State.OPEN)))
        .endsWith(", but what is undecided about a bundle is let through");
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSED", "RENDERING"})
  void aProofThatSaysNoIsARefusal(Fault fault) {
    refusal =
        Optional.of(
            new ProblemsException(
                fault,
                List.of(
                    Problem.error("x", null, "it is broken", ""),
                    Problem.warning("y", null, "by the way", ""))));
    AdmissionCheck check = check();
    Verdict verdict = verdict(check, State.OPEN);
    assertThat(verdict.isRefused()).isTrue();
    assertThat(verdict.refusals()).hasSize(1);
    assertThat(last(verdict)).isEqualTo("it is broken");
    assertThat(refusals).containsExactly("it is broken", "by the way");
    verdict(check, State.OPEN);
    assertThat(proven).as("it may be mended").hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"REMOTE", "CONFIGURATION"})
  void aProofThatCouldNotBeHadEndsIt(Fault fault) {
    refusal = Optional.of(fault.error("x", "nobody answers", ""));
    assertThatThrownBy(() -> verdict(check(), State.OPEN)).isSameAs(refusal.orElseThrow());
    assertThat(refusals).isEmpty();
  }

  private AdmissionCheck check() {
    OverlaySources sources =
        new OverlaySources(
            (app, head) -> Map.of("app", BUILT),
            app -> backup,
            BundleRevisions.NONE,
            List.of(new NewProof()));
    return new AdmissionCheck(
        policy(draft), sources, problems -> problems.forEach(it -> refusals.add(it.message())));
  }

  private Verdict verdict(AdmissionCheck check, State state, PreviewId... holders) {
    return check.verdict(
        DiskDelivery.lookup(7, state),
        policy(draft).blueprint("orders").orElseThrow(),
        new TreeSet<>(List.of(holders)));
  }

  private static String last(Verdict verdict) {
    return verdict.findings().getLast().answer().reason();
  }
}
