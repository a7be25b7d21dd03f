package dev.mayfly.delivery;

import static dev.mayfly.delivery.DeliveryCase.BUILT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeBench;
import dev.mayfly.forge.StubPull;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.platform.ForgeSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the label of every open pull request that has it, or wants it. */
class ReadmissionTest {
  private static final String LABEL = "mayfly/admitted";

  private final ForgeBench bench = new ForgeBench();
  private YamlDraft draft =
      DeliveryCase.draft().without("spec.capacity").with("spec.apps.0.repository", "acme/shop");
  private Optional<Fault> fault = Optional.empty();
  private Forge forge;
  private Readmission readmission;

  @BeforeEach
  void start() {
    forge = bench.fresh(ForgeSettings.Kind.GITHUB);
    wants(bench.stub().pulls.get(7));
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void whoWantsItIsAdmittedOnceItIsMeant() {
    bench.stub().open(8);
    assertThat(run(false, false)).containsExactly("orders#7 admitted ");
    assertThat(pull(7).labels).doesNotContain(LABEL);
    assertThat(run(true, false)).containsExactly("orders#7 admitted ");
    assertThat(pull(7).labels).contains(LABEL);
    assertThat(run(true, false)).containsExactly("orders#7 kept ");
    assertThat(readmission.problems()).isEmpty();
  }

  @Test
  void whoLostTheLabelOfPeopleLosesIt() {
    wants(bench.stub().open(8)).labels.add(LABEL);
    wants(bench.stub().open(9)).labels.add(LABEL);
    pull(7).labels.add(LABEL);
    pull(7).labels.remove("preview");
    String lost = "orders#7 withdrawn it lacks the label `preview`";
    assertThat(run(false, false)).containsExactly(lost, "orders#8 kept ", "orders#9 kept ");
    assertThat(pull(7).labels).contains(LABEL);
    assertThat(run(true, false).getFirst()).isEqualTo(lost);
    assertThat(pull(7).labels).doesNotContain(LABEL);
  }

  @Test
  void mostOfThemDoNotGoAtOnce() {
    for (StubPull pull : List.of(pull(7), wants(bench.stub().open(8)))) {
      pull.labels.add(LABEL);
      pull.labels.remove("preview");
    }
    assertThatThrownBy(() -> run(true, false))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("2 of 2 previews would be withdrawn at once");
    assertThat(pull(7).labels).contains(LABEL);
    assertThat(run(true, true)).hasSize(2);
    assertThat(pull(7).labels).doesNotContain(LABEL);
  }

  @Test
  void placesAreGivenInTheOrderOfNumbers() {
    draft = draft.with("spec.admission.limit", "1");
    wants(bench.stub().open(8));
    assertThat(run(true, false))
        .containsExactly(
            "orders#7 admitted ", "orders#8 not admitted the one place is taken, by orders#7");
    assertThat(run(false, false))
        .containsExactly(
            "orders#7 kept ", "orders#8 not admitted the one place is taken, by orders#7");
    pull(8).labels.add(LABEL);
    assertThat(run(true, false))
        .containsExactly(
            "orders#7 kept ", "orders#8 kept ", "orders#8 withdrawn the limit was passed");
    assertThat(pull(8).labels).doesNotContain(LABEL);
  }

  /** Whoever goes makes room for who comes after. */
  @Test
  void aPlaceThatIsLeftIsGivenAgain() {
    draft = draft.with("spec.admission.limit", "1");
    pull(7).labels.add(LABEL);
    pull(7).labels.remove("preview");
    wants(bench.stub().open(8));
    assertThat(run(true, true))
        .containsExactly("orders#7 withdrawn it lacks the label `preview`", "orders#8 admitted ");
    assertThat(pull(8).labels).contains(LABEL);
  }

  @Test
  void whatCannotBeReadKeepsWhatItHas() {
    pull(7).labels.add(LABEL);
    fault = Optional.of(Fault.REMOTE);
    assertThat(run(true, false)).containsExactly("orders#7 kept it cannot be read");
    assertThat(readmission.problems()).extracting(Problem::id).contains("not-proven");
    assertThat(pull(7).labels).contains(LABEL);
    bench.close();
    assertThat(run(true, false)).isEmpty();
    assertThat(readmission.problems()).isNotEmpty();
  }

  private List<String> run(boolean apply, boolean massRemoval) {
    Policy policy = DeliveryCase.policy(draft);
    OverlaySources sources =
        new OverlaySources(
            (app, head) -> Map.of("app", BUILT),
            OverlaySources.BackupSource.NONE,
            BundleRevisions.NONE,
            List.of((overlay, facts, files) ->
                fault.ifPresent(it -> {
                  throw it.error("not-proven", "nobody answers", "");
                })));
    readmission =
        new Readmission(
            forge,
            policy,
            new AdmissionCheck(policy, sources, refusals -> {}),
            InstantSource.fixed(Instant.parse("2026-11-05T10:00:00Z")));
    return readmission.run(apply, massRemoval).stream()
        .map(it -> it.id() + " " + it.effect().word() + " " + it.reason())
        .toList();
  }

  private static StubPull wants(StubPull pull) {
    pull.labels.add("preview");
    pull.files.add("primitives/service/orders/a.go");
    return pull;
  }

  private StubPull pull(int number) {
    return bench.stub().pulls.get(number);
  }
}
