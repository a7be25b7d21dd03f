package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.forge.Deployment;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.forge.ReportedPreview;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.preview.UntrustedText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reports of previews at the forge, where the platform wants them: written by Mayfly, and by Argo
 * CD too. A courtesy like a comment; a token that may not is told once and not tried again.
 */
public final class Deployments {
  private static final int LONGEST = 300;

  private final Forge forge;
  private final Platform platform;
  private final AtomicBoolean refused = new AtomicBoolean();

  public Deployments(Forge forge, Platform platform) {
    this.forge = forge;
    this.platform = platform;
  }

  /** What stands at the forge after a report, as far as it is known, and what kept it from that. */
  public record Reported(Optional<Deployment> stands, Optional<Problem> warning) {
    /** Nothing was to be reported. */
    static final Reported NOTHING = new Reported(Optional.empty(), Optional.empty());
  }

  /** What the forge calls the place where a preview runs. */
  public static String environment(PreviewId id) {
    return Blueprint.bound(Blueprint.deployment(id.app()), id.number());
  }

  /**
   * Reports where a preview is in its life; of a refusal and a wish to go there is no word.
   *
   * @param changed whether it was changed by this run. Where the cluster reports, it tells of that
   *     itself, and may have done so already.
   */
  Reported report(
      RepositoryName repository,
      PreviewId id,
      LifeStage stage,
      Optional<CommitSha> head,
      boolean changed) {
    boolean anew = changed && !clusterReports();
    return switch (stage) {
      case LifeStage.Waiting at ->
          report(preview(repository, id, at.commit(), at.url(), anew), Deployment.queued());
      case LifeStage.Delivered at ->
          report(preview(repository, id, at.commit(), at.url(), anew), Deployment.delivered());
      case LifeStage.Gone gone ->
          head.map(it -> preview(repository, id, it, Optional.empty(), false))
              .map(it -> report(it, Deployment.gone()))
              .orElse(Reported.NOTHING);
      default -> Reported.NOTHING;
    };
  }

  /** Reports how it ended, as somebody has seen it who waited for it. */
  public Optional<Problem> reportEnd(
      PullRequest source, PreviewId id, Optional<String> url, Deployment end) {
    return report(preview(source.repository(), id, source.headSha(), url, false), end).warning();
  }

  private static ReportedPreview preview(
      RepositoryName repository,
      PreviewId id,
      CommitSha commit,
      Optional<String> url,
      boolean changed) {
    return new ReportedPreview(repository, id.number(), commit, environment(id), url, changed);
  }

  private Reported report(ReportedPreview preview, Deployment wanted) {
    return platform.forge().deployments()
        ? asked(() -> Optional.of(forge.report(preview, wanted)), this::unreported)
        : Reported.NOTHING;
  }

  private boolean clusterReports() {
    return platform.argocd().notifications().isPresent();
  }

  /**
   * What is known of a delivered preview: whether the cluster reported it as live or as failed. The
   * same stage where nobody reports, or it cannot be read.
   *
   * @param stands what is known to stand at the forge, which is not asked then
   * @param isOfNow whether a report is about the preview as it is now
   * @param warnings takes what kept it from being read
   */
  LifeStage known(
      RepositoryName repository,
      PreviewId id,
      LifeStage stage,
      Optional<Deployment> stands,
      Predicate<Deployment> isOfNow,
      List<Problem> warnings) {
    boolean somebodyReports = platform.forge().deployments() || clusterReports();
    if (!(stage instanceof LifeStage.Delivered delivered) || !somebodyReports) {
      return stage;
    }
    Reported told = new Reported(stands, Optional.empty());
    if (stands.isEmpty()) {
      told =
          asked(
              () -> forge.deployment(repository, delivered.commit(), environment(id)),
              this::unread);
      told.warning().ifPresent(warnings::add);
    }
    Deployment seen = told.stands().filter(isOfNow).orElse(Deployment.delivered());
    String said = UntrustedText.clean(seen.said(), LONGEST);
    return switch (seen.state()) {
      case SUCCESS -> new LifeStage.Live(delivered.commit(), delivered.url(), delivered.note());
      case FAILURE -> new LifeStage.Failed(delivered.commit(), delivered.url(), said);
      default -> stage;
    };
  }

  private Reported asked(
      ForgeException.Question<Optional<Deployment>> ask, Function<Problem, Problem> warning) {
    if (refused.get()) {
      return Reported.NOTHING;
    }
    try {
      return new Reported(ask.ask(), Optional.empty());
    } catch (ForgeException e) {
      boolean first = refused.compareAndSet(false, true);
      return new Reported(
          Optional.empty(), first ? Optional.of(warning.apply(e.problem())) : Optional.empty());
    }
  }

  private Problem unread(Problem problem) {
    String needed =
        switch (platform.forge().kind()) {
          case GITHUB -> "give the token the right Deployments: read";
          case GITLAB -> "give the token the scope `read_api`";
          case GITEA, NONE -> "give the token the scope `read:repository`";
        };
    return Problem.warning(
        "deployment-unread",
        null,
        "what the cluster reported of the preview is not known: " + problem.message(),
        needed + "; until then comments say no more than that it is delivered");
  }

  private Problem unreported(Problem problem) {
    String needed =
        switch (platform.forge().kind()) {
          case GITHUB -> "give the token the right Deployments: write";
          case GITLAB -> "give the token the scope `api` and the role Developer";
          case GITEA, NONE -> "give the token the scope `write:repository`";
        };
    return Problem.warning(
        "deployment-unreported",
        null,
        "the preview is not reported at the forge: " + problem.message(),
        needed + ", or leave out `forge.deployments`");
  }
}
