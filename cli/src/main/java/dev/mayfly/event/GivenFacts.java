package dev.mayfly.event;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.preview.UntrustedText;
import java.util.Optional;

/** The facts of a pull request as plain texts: options of a command line, variables of a CI. */
public final class GivenFacts {
  private static final int SHOWN = 60;

  private GivenFacts() {}

  /** A text and what the user calls the place it comes from, such as {@code --pr}. */
  public record Given(String name, String value) {}

  /** Validates the three facts and reports all that is wrong with them at once. */
  public static PullRequest read(Given number, Given headSha, Given repository) {
    Problems problems = new Problems();
    Optional<PullRequestNumber> parsedNumber = PullRequestNumber.parse(number.value());
    if (parsedNumber.isEmpty()) {
      refuse(problems, "pull-request-number", number, "an integer from 1 to 2147483647");
    }
    Optional<CommitSha> parsedSha = CommitSha.parse(headSha.value());
    if (parsedSha.isEmpty()) {
      refuse(problems, "commit-sha", headSha, "a full commit id of 40 lower-case hex digits");
    }
    Optional<RepositoryName> parsedRepository = RepositoryName.parse(repository.value());
    if (parsedRepository.isEmpty()) {
      refuse(problems, "repository-name", repository, "a repository of the form `owner/name`");
    }
    problems.throwIfAny(Fault.CONFIGURATION);
    return new PullRequest(
        parsedRepository.orElseThrow(), parsedNumber.orElseThrow(), parsedSha.orElseThrow());
  }

  private static void refuse(Problems problems, String id, Given given, String wanted) {
    String message =
        given.value().isEmpty()
            ? "`" + given.name() + "` is not set"
            : "`%s` is `%s`, which is not %s"
                .formatted(given.name(), UntrustedText.clean(given.value(), SHOWN), wanted);
    problems.error(id, null, message, "it must be " + wanted);
  }
}
