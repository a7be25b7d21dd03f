package dev.mayfly.delivery;

import static dev.mayfly.delivery.DeliveryCase.HEAD;
import static dev.mayfly.delivery.DeliveryCase.OTHER;
import static dev.mayfly.delivery.DeliveryCase.draft;
import static dev.mayfly.delivery.DeliveryCase.id;
import static dev.mayfly.delivery.DeliveryCase.policy;
import static dev.mayfly.delivery.DeliveryCase.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.CommitText;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.preview.PullRequest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commits, comments and pull requests say of a preview. */
class CommitsAndCommentsTest {
  private static final Message MESSAGE = new Message("Mayfly", "mayfly@example.dev", "1.2.3");

  @Test
  void itGoesByItselfInSeveralWays() {
    YamlDraft draft = draft();
    String closed = "when its pull request is closed or merged";
    String label = "; when it loses the label `preview`";
    String forbidden = "; when it gets the label `no-preview`";
    String idle = "; after 7 days without a change, unless it has the label `keep-preview`";
    assertThat(end(draft)).isEqualTo(closed + label + forbidden + idle);
    assertThat(end(draft.without("spec.admission.expiry"))).isEqualTo(closed + label + forbidden);
    assertThat(end(draft.without("spec.admission.labels"))).isEqualTo(closed + label + idle);
    assertThat(end(draft.with("spec.admission.labels.all", "[preview, ready]")))
        .startsWith(closed + "; when it loses the label `preview` or `ready`; ");
  }

  private static String end(YamlDraft draft) {
    return SourceText.end(policy(draft).platform());
  }

  @Test
  void aPullRequestIsNamedByNumberAndRepository() {
    PullRequest source = pullRequest(HEAD);
    String plain = "pull request 7 of `acme/primitives`";
    assertThat(SourceText.plain(source)).isEqualTo(plain);
    assertThat(SourceText.linked(policy(draft()).platform(), source))
        .isEqualTo("[" + plain + "](https://github.com/acme/primitives/pull/7)");
    assertThat(SourceText.titled(source)).isEqualTo(" `title` by `ada`");
    PullRequest bare = new PullRequest(source.repository(), source.number(), HEAD);
    assertThat(SourceText.titled(bare)).isEmpty();
  }

  @Test
  void aCommitSaysWhatItIsAbout() {
    CommitText text = MESSAGE.of("Open", id("orders", 7), pullRequest(HEAD), "body", Instant.EPOCH);
    assertThat(text.subject()).isEqualTo("Open the preview of orders for pull request 7");
    assertThat(text.body()).isEqualTo("body");
    assertThat(text.trailers().sequencedEntrySet())
        .extracting(Object::toString)
        .containsExactly(
            "Mayfly-Preview=orders#7",
            "Mayfly-Source=acme/primitives#7",
            "Mayfly-Head=" + HEAD.hex(),
            "Mayfly-Version=1.2.3");
    String said = "Open\n\nMayfly-Preview: orders#7\nMayfly-Version: 1.2.3\n";
    assertThat(Message.isAbout(said, id("orders", 7))).isTrue();
    assertThat(Message.isAbout(said, id("orders", 77))).isFalse();
    assertThat(Message.isAbout("see Mayfly-Preview: orders#7", id("orders", 7))).isFalse();
  }

  @Test
  void aSweepSaysOfWhichPlatform() {
    CommitText text = MESSAGE.sweep("Sweep", "", "primitives", Instant.EPOCH);
    assertThat(text.trailers().sequencedEntrySet())
        .extracting(Object::toString)
        .containsExactly("Mayfly-Sweep=primitives", "Mayfly-Version=1.2.3");
    assertThat(Message.isSweep("Sweep\n\nMayfly-Sweep: primitives\n", "primitives")).isTrue();
    assertThat(Message.isSweep("Sweep\n\nMayfly-Sweep: primitives\n", "primitive")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSED, bundle-broken, true",
    "RENDERING, lock-missing, true",
    "REMOTE, bundle-broken, false",
    "CONFIGURATION, bundle-broken, false",
    "REFUSED, not-admitted-limit, true",
    "REFUSED, not-admitted-state, false",
    "REFUSED, not-admitted-label, false",
    "REFUSED, not-admitted-changed-paths, false"
  })
  void peopleAreToldWhatTheyCanMend(Fault fault, String id, boolean told) {
    List<Problem> other = List.of(problem("other"), problem(id));
    assertThat(Refusals.concernPeople(new ProblemsException(fault, other))).isEqualTo(told);
    assertThat(Refusals.concernPeople(List.of())).isFalse();
  }

  @Test
  void onlyABeginningIsNews() {
    List<LifeStage> news =
        List.of(
            new LifeStage.Refused(HEAD, List.of()),
            new LifeStage.Waiting(HEAD, Optional.empty(), Optional.empty(), false),
            new LifeStage.Delivered(HEAD, Optional.empty(), ""),
            new LifeStage.Live(HEAD, Optional.empty(), ""),
            new LifeStage.Failed(HEAD, Optional.empty(), ""));
    assertThat(news).allMatch(LifeStage::isNews);
    assertThat(
            List.of(
                new LifeStage.Going(Optional.empty()),
                new LifeStage.Gone(""),
                new LifeStage.Unknown()))
        .noneMatch(LifeStage::isNews);
  }

  @Test
  void reasonsAreListedUpToTen() {
    String eleven = refused(Collections.nCopies(11, problem("x")));
    assertThat(eleven.lines().filter(it -> it.startsWith("- message (hint)"))).hasSize(10);
    assertThat(eleven).contains("\n- and 1 more");
    assertThat(refused(Collections.nCopies(10, problem("x")))).doesNotContain("more");
    assertThat(Comments.reason(Problem.error("x", null, "message", ""))).isEqualTo("message");
  }

  private static String refused(List<Problem> reasons) {
    return comment(new LifeStage.Refused(HEAD, reasons));
  }

  @Test
  void eachStageHasItsWords() {
    Optional<String> url = Optional.of("https://a.example");
    assertThat(comment(new LifeStage.Delivered(OTHER, url, "")))
        .contains(": https://a.example", OTHER.shortHex())
        .doesNotContain("Note:");
    assertThat(comment(new LifeStage.Delivered(OTHER, Optional.empty(), "a word")))
        .contains("(no URL: no route leads to it)", "Note: a word.");
    assertThat(comment(new LifeStage.Live(OTHER, url, ""))).contains("is live");
    assertThat(comment(new LifeStage.Failed(OTHER, url, "crash"))).contains(": crash");
    assertThat(comment(new LifeStage.Gone("it is closed"))).contains(": it is closed.");
    assertThat(comment(new LifeStage.Gone(""))).doesNotContain(":  ");
    assertThat(comment(new LifeStage.Going(Optional.empty()))).contains("its GitOps pull request");
    assertThat(comment(new LifeStage.Waiting(OTHER, url, Optional.of("https://b.example"), false)))
        .contains("https://b.example to be merged.");
    assertThat(comment(new LifeStage.Waiting(OTHER, url, Optional.of("https://b.example"), true)))
        .contains("which the forge does once nothing is missing");
    assertThat(comment(new LifeStage.Unknown())).isEmpty();
    assertThat(Comments.ofAnother(id("orders", 7), "eve").message())
        .startsWith("`eve` wrote a comment on the preview orders#7");
  }

  private static String comment(LifeStage stage) {
    return Comments.of(policy(draft()), pullRequest(HEAD).repository(), id("orders", 7), stage);
  }

  private static Problem problem(String id) {
    return Problem.error(id, null, "message", "hint");
  }
}
