package dev.mayfly.delivery;

import static dev.mayfly.delivery.DeliveryCase.id;
import static dev.mayfly.delivery.DeliveryCase.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.admission.Gate;
import dev.mayfly.admission.Verdict;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeBench;
import dev.mayfly.forge.StubPull;
import dev.mayfly.platform.App;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest.State;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who carries the label that admits, and who gives way where too many do. */
class AdmittedLabelTest {
  private static final String LABEL = "mayfly/admitted";

  private final ForgeBench bench = new ForgeBench();
  private final List<SortedSet<PreviewId>> judged = new ArrayList<>();
  private Policy policy = policy(DeliveryCase.draft().with("spec.apps.0.repository", "acme/shop"));
  private Forge forge;

  @BeforeEach
  void start() {
    forge = bench.fresh(ForgeSettings.Kind.GITHUB);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void whoCarriesItAndWhoCarriesItStill() {
    pull(7).labels.add("preview");
    bench.stub().open(8).labels.add(LABEL);
    StubPull closed = bench.stub().open(9);
    closed.labels.add(LABEL);
    closed.state = "closed";
    assertThat(label().holders()).containsExactly(id("orders", 8));
    assertThat(label().left()).containsExactly(id("orders", 9));
    bench.close();
    assertThatThrownBy(() -> label().holders()).isInstanceOf(ProblemsException.class);
    assertThatThrownBy(() -> label().left()).isInstanceOf(ProblemsException.class);
  }

  @Test
  void whatIsAdmittedIsLabelledAndJudgedAgain() {
    assertThat(apply(Gate.Answer.pass(""), Gate.Answer.pass("")).admitted()).isTrue();
    assertThat(pull(7).labels).contains(LABEL);
    assertThat(judged).containsExactly(new TreeSet<>(List.of(id("orders", 7))));
    assertThat(apply(Gate.Answer.pass(""), Gate.Answer.refuse("closed")).admitted()).isFalse();
    assertThat(pull(7).labels).doesNotContain(LABEL);
  }

  /** An answer that nobody could give takes no preview away. */
  @Test
  void whatIsRefusedLosesItAndWhatIsNotKnownKeepsIt() {
    pull(7).labels.add(LABEL);
    assertThat(apply(Gate.Answer.unknown(""), Gate.Answer.pass("")).admitted()).isFalse();
    assertThat(pull(7).labels).contains(LABEL);
    assertThat(apply(Gate.Answer.refuse(""), Gate.Answer.pass("")).admitted()).isFalse();
    assertThat(pull(7).labels).doesNotContain(LABEL);
    assertThat(judged).isEmpty();
  }

  @Test
  void theHighestNumbersGiveWay() {
    policy =
        policy(
            DeliveryCase.draft()
                .with("spec.apps.0.repository", "acme/shop")
                .with("spec.admission.limit", "2"));
    for (int number : new int[] {8, 9, 10}) {
      bench.stub().open(number).labels.add(LABEL);
    }
    apply(Gate.Answer.pass(""), Gate.Answer.pass(""));
    assertThat(label().holders()).containsExactly(id("orders", 7), id("orders", 8));
    assertThat(judged.getFirst()).containsExactly(id("orders", 7), id("orders", 8));
    SortedSet<PreviewId> fits = label().holders();
    assertThat(label().withdrawTooMany(fits)).isEmpty();
    fits.add(id("gone", 11));
    assertThat(label().withdrawTooMany(fits)).containsExactly(id("gone", 11));
    assertThat(fits).hasSize(2);
  }

  private Verdict apply(Gate.Answer first, Gate.Answer then) {
    App app = policy.platform().apps().getFirst();
    return label()
        .apply(
            verdict(first),
            app,
            holders -> {
              judged.add(new TreeSet<>(holders));
              return verdict(then);
            });
  }

  private Verdict verdict(Gate.Answer answer) {
    App app = policy.platform().apps().getFirst();
    return new Verdict(
        DiskDelivery.lookup(7, State.OPEN).candidate(policy, app, new TreeSet<>()),
        List.of(new Verdict.Finding("a", answer)));
  }

  private StubPull pull(int number) {
    return bench.stub().pulls.get(number);
  }

  private AdmittedLabel label() {
    return new AdmittedLabel(forge, policy.platform());
  }
}
