package dev.mayfly.argocd;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A pull request as a forge lists it.
 *
 * @param labels in the forge's order, and as often as it says them: a template can tell
 */
public record GeneratorPullRequest(PullRequest pull, List<String> labels) {
  private static final Syntax ANY = Syntax.ofAnyLength("(?s).*", "any text");
  private static final Syntax SHA = Syntax.of("[0-9a-f]{40}", "40 lower-case hex digits");
  private static final Syntax REPOSITORY = Syntax.of("[^/ ]+(/[^/ ]+)+", "owner/name");

  public GeneratorPullRequest {
    labels = List.copyOf(labels);
  }

  /** One whose labels have no order of their own. */
  public static GeneratorPullRequest of(PullRequest pull) {
    return new GeneratorPullRequest(pull, pull.details().labels().stream().sorted().toList());
  }

  /**
   * Reads a JSON array of them, as a user writes it for a simulation or a forge lists it.
   *
   * @throws ProblemsException with all problems at once
   */
  public static List<GeneratorPullRequest> read(String name, byte[] bytes) {
    Node document = new JsonReader(Budget.EVENT).read(name, bytes).single(Fault.CONFIGURATION);
    Problems problems = new Problems();
    List<GeneratorPullRequest> pulls =
        ListNode.items(document, problems).stream()
            .flatMap(it -> one(ForgeListing.translated(it), problems).stream())
            .toList();
    problems.throwIfAny(Fault.CONFIGURATION);
    return pulls;
  }

  /** What is no name of a repository is said, so that no pull request is left out in silence. */
  private static Optional<RepositoryName> repository(Fields fields, String key, Problems problems) {
    Optional<String> text =
        key.equals("repository")
            ? Optional.of(fields.text(key, REPOSITORY))
            : fields.optionalText(key, REPOSITORY);
    Optional<RepositoryName> name = text.flatMap(RepositoryName::parse);
    if (text.isPresent() && name.isEmpty() && REPOSITORY.matches(text.get())) {
      problems.error(
          "syntax",
          fields.location(key),
          "`" + key + "` is not a repository of the form `owner/name`");
    }
    return name;
  }

  private static Optional<GeneratorPullRequest> one(Node item, Problems problems) {
    try (Fields fields = new Fields(item, problems)) {
      int number = fields.requiredInteger("number", 1, Integer.MAX_VALUE);
      Optional<CommitSha> sha = CommitSha.parse(fields.text("headSha", SHA));
      Optional<RepositoryName> repository = repository(fields, "repository", problems);
      List<String> labels = fields.texts("labels", ANY);
      PullRequest.Details details =
          new PullRequest.Details(
              fields.choice("state", PullRequest.State.values()).orElse(PullRequest.State.OPEN),
              fields.flag("draft", false),
              fields.text("title", ANY, ""),
              fields.text("author", ANY, ""),
              fields.text("branch", ANY, ""),
              fields.text("targetBranch", ANY, ""),
              repository(fields, "headRepository", problems),
              Set.copyOf(labels));
      return sha.isPresent() && repository.isPresent()
          ? Optional.of(
              new GeneratorPullRequest(
                  new PullRequest(
                      repository.get(), new PullRequestNumber(number), sha.get(), details),
                  labels))
          : Optional.empty();
    }
  }
}
