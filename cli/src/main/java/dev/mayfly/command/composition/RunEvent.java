package dev.mayfly.command.composition;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.option.AppOptions;
import dev.mayfly.command.option.GitOpsOptions;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.PreviewOptions;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.event.CiEnvironment;
import dev.mayfly.event.CiEvent;
import dev.mayfly.event.EventAction;
import dev.mayfly.event.PullRequestFacts;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.Optional;

/** The event that a run is for: of a file that is named, or of the CI around it. */
public final class RunEvent {
  private RunEvent() {}

  /** Whether a pull request was named on the command line or by the CI. */
  public static boolean isGiven(Invocation invocation) {
    return PreviewOptions.EVENT.isGivenIn(invocation)
        || PreviewOptions.PR.isGivenIn(invocation)
        || fromCi(invocation.console())
            .filter(it -> it instanceof CiEvent.OfPullRequest || it instanceof CiEvent.OfComment)
            .isPresent();
  }

  /** The pull request that was named, by hand or by the event. */
  public static CiEvent.OfPullRequest event(Invocation invocation, LoadedPlatform loaded) {
    ForgeSettings forge = loaded.platform().forge();
    if (isByHand(invocation)) {
      String repository =
          PreviewOptions.REPOSITORY
              .in(invocation)
              .filter(given -> !given.isEmpty())
              .orElseGet(() -> AppOptions.named(invocation, loaded).app().repository().path());
      return byHand(invocation, forge, repository);
    }
    return pullRequest(invocation, forge);
  }

  private static boolean isByHand(Invocation invocation) {
    boolean byHand =
        PreviewOptions.PR.isGivenIn(invocation) || PreviewOptions.SHA.isGivenIn(invocation);
    if (byHand && PreviewOptions.EVENT.isGivenIn(invocation)) {
      throw UsageErrors.usage(
          "the pull request is given twice", "name it by `--event`, or by `--pr` and `--sha`");
    }
    return byHand;
  }

  private static Optional<CiEvent> fromCi(Console console) {
    return PullRequestFacts.fromEnvironment(CiEnvironment.detect(console.env()));
  }

  private static Optional<CiEvent> given(Invocation invocation) {
    if (!PreviewOptions.EVENT.isGivenIn(invocation)) {
      return fromCi(invocation.console());
    }
    UsageErrors.refuse(
        invocation, "beside `--event`, whose file says it", PreviewOptions.REPOSITORY);
    String file = PreviewOptions.EVENT.in(invocation).orElse("");
    return Optional.of(
        PullRequestFacts.fromFile(invocation.console().directory().resolve(file), file));
  }

  /**
   * Ends a run whose event asks for nothing before anybody is asked for anything.
   *
   * @throws NothingToDo when it does
   */
  public static void requireWork(Invocation invocation) {
    if (!isByHand(invocation) && given(invocation).orElse(null) instanceof CiEvent.Idle idle) {
      throw new NothingToDo(idle.reason());
    }
  }

  /** The pull request; one that somebody commented on is read from the forge. */
  private static CiEvent.OfPullRequest pullRequest(Invocation invocation, ForgeSettings forge) {
    CiEvent event =
        given(invocation)
            .orElseThrow(() ->
                UsageErrors.usage(
                    "no pull request is given",
                    "name it by `--event FILE`, or by `--pr NUMBER --sha SHA`"));
    return switch (event) {
      case CiEvent.OfPullRequest known -> known;
      case CiEvent.OfComment(RepositoryName repository, PullRequestNumber number) -> {
        if (!isAsked(invocation, forge)) {
          throw new NothingToDo(
              "a comment does not say which commit pull request %s of `%s` is at, and no forge is asked"
                  .formatted(number, repository));
        }
        yield read(repository, number, invocation.console(), forge);
      }
      case CiEvent.Idle(String reason) -> throw new NothingToDo(reason);
      case CiEvent.Foreign(Problem problem) ->
          throw new ProblemsException(Fault.CONFIGURATION, problem);
    };
  }

  private static boolean isAsked(Invocation invocation, ForgeSettings forge) {
    return !PreviewOptions.OFFLINE.isGivenIn(invocation) && forge.kind() != ForgeSettings.Kind.NONE;
  }

  /** Named by options; a command that goes to the remotes anyway asks for a commit left out. */
  private static CiEvent.OfPullRequest byHand(
      Invocation invocation, ForgeSettings forge, String repository) {
    String number = PreviewOptions.PR.in(invocation).orElse("");
    boolean remote =
        invocation.parsed().commandSpec().findOption(GitOpsOptions.GITOPS_URL.name()) != null;
    Optional<RepositoryName> name = RepositoryName.parse(repository);
    Optional<PullRequestNumber> pull = PullRequestNumber.parse(number);
    return PreviewOptions.SHA.isGivenIn(invocation)
            || !remote
            || !isAsked(invocation, forge)
            || name.isEmpty()
            || pull.isEmpty()
        ? PullRequestFacts.byHand(number, PreviewOptions.SHA.in(invocation).orElse(""), repository)
        : read(name.get(), pull.get(), invocation.console(), forge);
  }

  private static CiEvent.OfPullRequest read(
      RepositoryName repository, PullRequestNumber number, Console console, ForgeSettings forge) {
    return new CiEvent.OfPullRequest(
        EventAction.UNKNOWN,
        ForgeException.required(
                () -> ForgeConnections.forge(forge, console).read(repository, number))
            .pullRequest());
  }
}
