package dev.mayfly.delivery;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.forge.Deployment;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.forge.ReportedPreview;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.preview.UntrustedText;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

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
  public record Told(Optional<Deployment> stands, Optional<Problem> warning) {
    /** Nothing was to be reported. */
    static final Told NOTHING = new Told(Optional.empty(), Optional.empty());
  }

  /** One question or wish to the forge. */
  private interface Ask {
    Optional<Deployment> ask() throws ForgeException;
  }

  /** What the forge calls the place where a preview runs. */
  public static String environment(PreviewId id) {
    return PreviewTexts.bound(Blueprint.deployment(id.app()), id.number());
  }

  /** Reports where a preview is in its life; of a refusal and a wish to go there is no word. */
  Told report(RepositoryName repository, PreviewId id, LifeStage stage, Optional<CommitSha> head) {
    return switch (stage) {
      case LifeStage.Waiting at ->
          report(repository, id, at.commit(), at.url(), Deployment.queued());
      case LifeStage.Delivered at ->
          report(repository, id, at.commit(), at.url(), Deployment.delivered());
      case LifeStage.Gone gone ->
          head.map(it -> report(repository, id, it, Optional.empty(), Deployment.gone()))
              .orElse(Told.NOTHING);
      default -> Told.NOTHING;
    };
  }

  private Told report(
      RepositoryName repository,
      PreviewId id,
      CommitSha commit,
      Optional<String> url,
      Deployment wanted) {
    if (!platform.forge().deployments()) {
      return Told.NOTHING;
    }
    ReportedPreview preview = new ReportedPreview(repository, commit, environment(id), url);
    return asked(() -> Optional.of(forge.report(preview, wanted)));
  }

  /**
   * What is known of a delivered preview: whether the cluster reported it as live or as failed. The
   * same stage where nobody reports, or it cannot be read.
   *
   * @param stands what is known to stand at the forge, which is not asked then
   */
  LifeStage known(
      RepositoryName repository, PreviewId id, LifeStage stage, Optional<Deployment> stands) {
    boolean somebodyReports =
        platform.forge().deployments() || platform.argocd().notifications().isPresent();
    if (!(stage instanceof LifeStage.Delivered delivered) || !somebodyReports) {
      return stage;
    }
    Deployment seen =
        stands
            .or(
                () ->
                    asked(() -> forge.deployment(repository, delivered.commit(), environment(id)))
                        .stands())
            .orElse(Deployment.delivered());
    String said = UntrustedText.clean(seen.said(), LONGEST);
    return switch (seen.state()) {
      case SUCCESS -> new LifeStage.Live(delivered.commit(), delivered.url(), delivered.note());
      case FAILURE -> new LifeStage.Failed(delivered.commit(), delivered.url(), said);
      default -> stage;
    };
  }

  private Told asked(Ask ask) {
    if (refused.get()) {
      return Told.NOTHING;
    }
    try {
      return new Told(ask.ask(), Optional.empty());
    } catch (ForgeException e) {
      boolean first = refused.compareAndSet(false, true);
      return new Told(
          Optional.empty(), first ? Optional.of(warning(e.problem())) : Optional.empty());
    }
  }

  private Problem warning(Problem problem) {
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
