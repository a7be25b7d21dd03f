package dev.mayfly.command;

import dev.mayfly.command.composition.Connections;
import dev.mayfly.command.composition.ForgeConnections;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.Reports;
import dev.mayfly.command.option.FlagOption;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.event.CiEnvironment;
import dev.mayfly.event.CiEvent;
import dev.mayfly.event.EventAction;
import dev.mayfly.event.PullRequestFacts;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.forge.StickyComment;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.report.ChangeReport;
import java.util.List;
import java.util.Optional;

/**
 * The one comment at a pull request of this repository that says what it does. A courtesy: what
 * keeps it from being written is said, and ends nothing.
 */
final class ReviewComment {
  static final FlagOption OPTION =
      new FlagOption("--comment", "keep one comment with it at the CI's pull request; with --base");

  /** No platform's name begins like this, so that no preview's comment is taken for it. */
  private static final String KEY = "0-diff-";

  private ReviewComment() {}

  /**
   * Writes it, or says why not. Where nothing changes, only one that is there is changed.
   *
   * @param base the platform before the change: the change itself could name another forge, which
   *     would be told the token
   */
  static void put(Optional<Platform> base, ChangeReport report, Console console) {
    CiEvent event =
        PullRequestFacts.fromEnvironment(CiEnvironment.detect(console.env()))
            .orElseThrow(() ->
                UsageErrors.usage(
                    "`--comment` needs the pull request of a CI, and there is none",
                    "run it on a pull request's event, or take `-o markdown`"));
    if (!(event instanceof CiEvent.OfPullRequest(EventAction ignored, PullRequest pull))) {
      warn("the CI runs for no pull request", "give `--comment` on those only", console);
      return;
    }
    if (base.isEmpty() || base.get().forge().kind() == ForgeSettings.Kind.NONE) {
      warn("the base names no forge", "the next change is commented", console);
      return;
    }
    Platform platform = base.get();
    if (console.env().getOrDefault(Connections.FORGE_TOKEN, "").isEmpty()) {
      warn("`" + Connections.FORGE_TOKEN + "` is not set", hint(pull), console);
      return;
    }
    try {
      ForgeConnections.forge(platform.forge(), console)
          .comment(
              pull.repository(),
              pull.number(),
              new StickyComment(KEY + platform.name(), report.markdown(), report.isEmpty()));
    } catch (ForgeException e) {
      warn(String.valueOf(e.getMessage()), hint(pull), console);
    }
  }

  private static String hint(PullRequest pull) {
    return pull.isFork()
        ? "a fork's pull request has no token that writes; what changes stands above and in the"
            + " step's summary"
        : "the token has to be able to comment on pull requests of this repository";
  }

  private static void warn(String reason, String hint, Console console) {
    Problem problem = Problem.warning("no-comment", null, "nothing is commented: " + reason, hint);
    Reports.problems(List.of(problem), console);
  }
}
