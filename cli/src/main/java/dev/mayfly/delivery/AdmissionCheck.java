package dev.mayfly.delivery;

import dev.mayfly.admission.Gate;
import dev.mayfly.admission.Verdict;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * Whether a pull request may have a preview, without making one: every gate, and then what {@code
 * open} would have proven before its commit: the lock, the overlay, the bundle at the head commit.
 * A proof that says no is a refusal like a gate's. One that could not be had, because a remote did
 * not answer, ends the command, and nothing is set or taken away.
 */
public final class AdmissionCheck {
  /** The gate that speaks for all proofs. */
  static final String PROOF = "proof";

  /** Stands for a name that is only given when the overlay is delivered. */
  private static final Optional<String> SOME_BACKUP = Optional.of("latest");

  private final Policy policy;
  private final OverlaySources sources;
  private final Consumer<List<Problem>> refusals;
  private final Map<PreviewId, CommitSha> proven = new HashMap<>();

  /**
   * A check by one policy.
   *
   * @param refusals takes what a proof found, with places and hints, before it becomes a verdict
   */
  public AdmissionCheck(Policy policy, OverlaySources sources, Consumer<List<Problem>> refusals) {
    this.policy = policy;
    this.sources = sources;
    this.refusals = refusals;
  }

  /**
   * Asks the gates, and the proofs where no gate refuses. A commit that was proven once in this run
   * is not proven again.
   */
  public Verdict verdict(
      PullRequestLookup lookup, Blueprint blueprint, SortedSet<PreviewId> holders) {
    Verdict verdict = Verdict.of(lookup.candidate(policy, blueprint.app(), holders));
    if (!verdict.admitted()) {
      return verdict;
    }
    PullRequest pullRequest = verdict.candidate().pullRequest();
    PreviewId id = verdict.candidate().id();
    if (!pullRequest.headSha().equals(proven.get(id))) {
      try {
        prove(blueprint, pullRequest, holders.contains(id));
      } catch (ProblemsException e) {
        return refused(verdict, e);
      }
      proven.put(id, pullRequest.headSha());
    }
    String commit = pullRequest.headSha().shortHex();
    return verdict.and(
        PROOF,
        Gate.Answer.pass(
            "lock, overlay and bundle are proven at commit "
                + commit
                + policy.platform().admission().lowered().map(said -> ", but " + said).orElse("")));
  }

  private void prove(Blueprint blueprint, PullRequest pullRequest, boolean exists) {
    App app = blueprint.app();
    PreviewFacts facts =
        new PreviewFacts(
                pullRequest,
                sources.digests().digests(app, pullRequest.headSha()),
                sources.backups().backup(app).or(() -> SOME_BACKUP))
            .bundle(sources.revisions().pin(app));
    Overlay overlay = policy.overlay(blueprint);
    sources.prove(overlay, facts, overlay.files(facts), exists);
  }

  private Verdict refused(Verdict verdict, ProblemsException said) {
    return switch (said.fault()) {
      case REMOTE, CONFIGURATION -> throw said;
      case RENDERING, REFUSED -> {
        refusals.accept(said.problems());
        Verdict refused = verdict;
        for (Problem problem : said.problems()) {
          if (problem.severity() == Severity.ERROR) {
            refused = refused.and(PROOF, Gate.Answer.refuse(problem.message()));
          }
        }
        yield refused;
      }
    };
  }
}
