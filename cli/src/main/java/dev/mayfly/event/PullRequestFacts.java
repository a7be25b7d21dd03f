package dev.mayfly.event;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.Budget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The three ways to name a pull request: an event file, the CI's variables, or by hand. */
public final class PullRequestFacts {
  private PullRequestFacts() {}

  /**
   * Reads an event file, never more of it than the budget allows.
   *
   * @param shownAs what messages call it
   */
  public static CiEvent fromFile(Path file, String shownAs) {
    try (InputStream in = Files.newInputStream(file)) {
      return EventFile.read(shownAs, in.readNBytes(Budget.EVENT.bytes() + 1));
    } catch (IOException e) {
      throw Fault.CONFIGURATION.error(
          "event-unreadable",
          Location.ofFile(shownAs),
          "the event file `" + shownAs + "` cannot be read",
          "name it by `--event FILE`, or the pull request by `--pr`, `--sha` and"
              + " `--repository`");
    }
  }

  /** What the CI says; empty where no CI runs, or GitLab's run is not for a merge request. */
  public static Optional<CiEvent> fromEnvironment(CiEnvironment ci) {
    return switch (ci.kind()) {
      case GITHUB_ACTIONS, GITEA_ACTIONS ->
          ci.eventFile().map(file -> fromFile(file, file.toString()));
      case GITLAB_CI ->
          GitLabVariables.present(ci.variables())
              ? Optional.of(GitLabVariables.read(ci.variables()))
              : Optional.empty();
      case NONE -> Optional.empty();
    };
  }

  /** Three options of the command line. */
  public static CiEvent.OfPullRequest byHand(String number, String headSha, String repository) {
    return new CiEvent.OfPullRequest(
        EventAction.UNKNOWN,
        GivenFacts.read(
            new GivenFacts.Given("--pr", number),
            new GivenFacts.Given("--sha", headSha),
            new GivenFacts.Given("--repository", repository)));
  }
}
