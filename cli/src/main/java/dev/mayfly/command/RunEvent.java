package dev.mayfly.command;

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
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** The event that a run is for: of a file that is named, or of the CI around it. */
final class RunEvent {
  private static final String EVENT = "--event";

  private RunEvent() {}

  static boolean isByHand(ParseResult parsed) {
    boolean byHand = parsed.hasMatchedOption("--pr") || parsed.hasMatchedOption("--sha");
    if (byHand && parsed.hasMatchedOption(EVENT)) {
      throw UsageErrors.usage(
          "the pull request is given twice", "name it by `--event`, or by `--pr` and `--sha`");
    }
    return byHand;
  }

  static Optional<CiEvent> fromCi(Console console) {
    return PullRequestFacts.fromEnvironment(CiEnvironment.detect(console.env()));
  }

  private static Optional<CiEvent> given(ParseResult parsed, Console console) {
    if (!parsed.hasMatchedOption(EVENT)) {
      return fromCi(console);
    }
    UsageErrors.refuse(parsed, "beside `--event`, whose file says it", "--repository");
    String file = parsed.matchedOptionValue(EVENT, "");
    return Optional.of(PullRequestFacts.fromFile(console.directory().resolve(file), file));
  }

  /**
   * Ends a run whose event asks for nothing before anybody is asked for anything.
   *
   * @throws NothingToDo when it does
   */
  static void requireWork(ParseResult parsed, Console console) {
    if (!isByHand(parsed) && given(parsed, console).orElse(null) instanceof CiEvent.Idle idle) {
      throw new NothingToDo(idle.reason());
    }
  }

  /** The pull request; one that somebody commented on is read from the forge. */
  static PullRequestEvent pullRequest(ParseResult parsed, Console console, ForgeSettings forge) {
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
    return !parsed.hasMatchedOption("--offline") && forge.kind() != ForgeSettings.Kind.NONE;
  }

  /** Named by options; a command that goes to the remotes anyway asks for a commit left out. */
  static PullRequestEvent byHand(
      ParseResult parsed, Console console, ForgeSettings forge, String repository) {
    String number = parsed.matchedOptionValue("--pr", "");
    boolean remote = parsed.commandSpec().findOption("--gitops-url") != null;
    Optional<RepositoryName> name = RepositoryName.parse(repository);
    Optional<PullRequestNumber> pull = PullRequestNumber.parse(number);
    return parsed.hasMatchedOption("--sha")
            || !remote
            || !isAsked(parsed, forge)
            || name.isEmpty()
            || pull.isEmpty()
        ? PullRequestFacts.byHand(number, parsed.matchedOptionValue("--sha", ""), repository)
        : read(name.get(), pull.get(), console, forge);
  }

  private static PullRequestEvent read(
      RepositoryName repository, PullRequestNumber number, Console console, ForgeSettings forge) {
    try {
      return new PullRequestEvent(
          EventAction.UNKNOWN,
          Connections.forge(forge, console).read(repository, number).pullRequest());
    } catch (ForgeException e) {
      throw e.endsCommand();
    }
  }
}
