package dev.mayfly.command.composition;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.option.AppOptions;
import dev.mayfly.command.option.GitOpsOptions;
import dev.mayfly.command.option.PreviewOptions;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.event.CiEnvironment;
import dev.mayfly.event.CiEvent;
import dev.mayfly.event.EventAction;
import dev.mayfly.event.PullRequestEvent;
import dev.mayfly.event.PullRequestFacts;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** The event that a run is for: of a file that is named, or of the CI around it. */
public final class RunEvent {
  private RunEvent() {}

  /** Whether a pull request was named on the command line or by the CI. */
  public static boolean isGiven(ParseResult parsed, Console console) {
    return PreviewOptions.EVENT.isGivenIn(parsed)
        || PreviewOptions.PR.isGivenIn(parsed)
        || fromCi(console)
            .filter(it -> it instanceof CiEvent.OfPullRequest || it instanceof CiEvent.OfComment)
            .isPresent();
  }

  /** The pull request that was named, by hand or by the event. */
  public static PullRequestEvent event(ParseResult parsed, Console console, LoadedPlatform loaded) {
    ForgeSettings forge = loaded.platform().forge();
    if (isByHand(parsed)) {
      String repository =
          PreviewOptions.REPOSITORY
              .in(parsed)
              .filter(given -> !given.isEmpty())
              .orElseGet(() -> AppOptions.named(parsed, loaded).app().repository().path());
      return byHand(parsed, console, forge, repository);
    }
    return pullRequest(parsed, console, forge);
  }

  private static boolean isByHand(ParseResult parsed) {
    boolean byHand = PreviewOptions.PR.isGivenIn(parsed) || PreviewOptions.SHA.isGivenIn(parsed);
    if (byHand && PreviewOptions.EVENT.isGivenIn(parsed)) {
      throw UsageErrors.usage(
          "the pull request is given twice", "name it by `--event`, or by `--pr` and `--sha`");
    }
    return byHand;
  }

  private static Optional<CiEvent> fromCi(Console console) {
    return PullRequestFacts.fromEnvironment(CiEnvironment.detect(console.env()));
  }

  private static Optional<CiEvent> given(ParseResult parsed, Console console) {
    if (!PreviewOptions.EVENT.isGivenIn(parsed)) {
      return fromCi(console);
    }
    UsageErrors.refuse(parsed, "beside `--event`, whose file says it", PreviewOptions.REPOSITORY);
    String file = PreviewOptions.EVENT.in(parsed).orElse("");
    return Optional.of(PullRequestFacts.fromFile(console.directory().resolve(file), file));
  }

  /**
   * Ends a run whose event asks for nothing before anybody is asked for anything.
   *
   * @throws NothingToDo when it does
   */
  public static void requireWork(ParseResult parsed, Console console) {
    if (!isByHand(parsed) && given(parsed, console).orElse(null) instanceof CiEvent.Idle idle) {
      throw new NothingToDo(idle.reason());
    }
  }

  /** The pull request; one that somebody commented on is read from the forge. */
  private static PullRequestEvent pullRequest(
      ParseResult parsed, Console console, ForgeSettings forge) {
    CiEvent event =
        given(parsed, console)
            .orElseThrow(
                () ->
                    UsageErrors.usage(
                        "no pull request is given",
                        "name it by `--event FILE`, or by `--pr NUMBER --sha SHA`"));
    return switch (event) {
      case CiEvent.OfPullRequest(PullRequestEvent known) -> known;
      case CiEvent.OfComment comment -> read(comment, parsed, console, forge);
      case CiEvent.Idle(String reason) -> throw new NothingToDo(reason);
      case CiEvent.Foreign(Problem problem) ->
          throw new ProblemsException(Fault.CONFIGURATION, problem);
    };
  }

  private static PullRequestEvent read(
      CiEvent.OfComment comment, ParseResult parsed, Console console, ForgeSettings forge) {
    RepositoryName repository = comment.repository();
    PullRequestNumber number = comment.number();
    if (!isAsked(parsed, forge)) {
      throw new NothingToDo(
          "a comment does not say which commit pull request %s of `%s` is at, and no forge is asked"
              .formatted(number, repository));
    }
    return read(repository, number, console, forge);
  }

  private static boolean isAsked(ParseResult parsed, ForgeSettings forge) {
    return !PreviewOptions.OFFLINE.isGivenIn(parsed) && forge.kind() != ForgeSettings.Kind.NONE;
  }

  /** Named by options; a command that goes to the remotes anyway asks for a commit left out. */
  private static PullRequestEvent byHand(
      ParseResult parsed, Console console, ForgeSettings forge, String repository) {
    String number = PreviewOptions.PR.in(parsed).orElse("");
    boolean remote = parsed.commandSpec().findOption(GitOpsOptions.GITOPS_URL.name()) != null;
    Optional<RepositoryName> name = RepositoryName.parse(repository);
    Optional<PullRequestNumber> pull = PullRequestNumber.parse(number);
    return PreviewOptions.SHA.isGivenIn(parsed)
            || !remote
            || !isAsked(parsed, forge)
            || name.isEmpty()
            || pull.isEmpty()
        ? PullRequestFacts.byHand(number, PreviewOptions.SHA.in(parsed).orElse(""), repository)
        : read(name.get(), pull.get(), console, forge);
  }

  private static PullRequestEvent read(
      RepositoryName repository, PullRequestNumber number, Console console, ForgeSettings forge) {
    try {
      return new PullRequestEvent(
          EventAction.UNKNOWN,
          ForgeConnections.forge(forge, console).read(repository, number).pullRequest());
    } catch (ForgeException e) {
      throw e.endsCommand();
    }
  }
}
