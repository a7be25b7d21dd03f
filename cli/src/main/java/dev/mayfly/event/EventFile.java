package dev.mayfly.event;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.Optional;

/**
 * Reads the {@code pull_request} event that GitHub Actions and Gitea or Forgejo Actions leave in a
 * JSON file. Gitea takes GitHub's shape over, apart from some words of {@code action}.
 *
 * <p>The number, the head and the repository are validated; all else was written by whoever opened
 * the pull request and stays untrusted text. Every problem of a file is reported at once.
 */
public final class EventFile {
  private EventFile() {}

  /**
   * Reads the bytes of an event file.
   *
   * @throws ProblemsException when it is no JSON, or a pull request in it is not as it should be
   */
  public static CiEvent read(String name, byte[] json) {
    Node document = new JsonReader(Budget.EVENT).read(name, json).single(Fault.CONFIGURATION);
    if (!(document instanceof MapNode event)) {
      return foreign(document);
    }
    return event.get("pull_request") instanceof MapNode pr
        ? read(event, pr)
        : OtherEvents.read(event).orElseGet(() -> foreign(event));
  }

  private static CiEvent foreign(Node document) {
    return new CiEvent.Foreign(
        Problem.error(
            "event-kind",
            document.location(),
            "this is not the event of a pull request: it holds no object `pull_request`",
            "run on `pull_request` or `pull_request_target` events, or name the pull request by"
                + " `--pr`, `--sha` and `--repository`"));
  }

  private static CiEvent read(MapNode event, MapNode pr) {
    EventFields fields = new EventFields();
    Optional<PullRequestNumber> number = fields.number(pr, "number");
    Optional<CommitSha> head = fields.sha(pr, "head", "sha");
    Optional<RepositoryName> repository = fields.repository(event, "repository", "full_name");
    if (event.has("number") && number.isPresent()) {
      fields.requireSame(event, fields.number(event, "number"), number, "number");
    }
    if (pr.at("base", "repo") instanceof MapNode && repository.isPresent()) {
      fields.requireSame(
          pr,
          fields.repository(pr, "base", "repo", "full_name"),
          repository,
          "base",
          "repo",
          "full_name");
    }
    PullRequest.Details details = details(fields, pr);
    String action = fields.text(event, "action");
    fields.throwIfAny();
    return new CiEvent.OfPullRequest(
        EventAction.of(action),
        new PullRequest(
            repository.orElseThrow(), number.orElseThrow(), head.orElseThrow(), details));
  }

  private static PullRequest.Details details(EventFields fields, MapNode pr) {
    boolean deleted = !(pr.at("head", "repo") instanceof MapNode);
    return new PullRequest.Details(
        state(fields, pr),
        fields.flag(pr, "draft"),
        fields.text(pr, "title"),
        fields.text(pr, "user", "login"),
        fields.text(pr, "head", "ref"),
        fields.text(pr, "base", "ref"),
        // Anybody may name a fork: one that no platform could list is as good as one that is gone.
        deleted
            ? Optional.empty()
            : RepositoryName.parse(fields.text(pr, "head", "repo", "full_name")),
        fields.names(pr, "labels"));
  }

  private static PullRequest.State state(EventFields fields, MapNode pr) {
    boolean merged = fields.flag(pr, "merged");
    return switch (fields.word(pr, "state", "open", "closed")) {
      case "closed" -> merged ? PullRequest.State.MERGED : PullRequest.State.CLOSED;
      default -> PullRequest.State.OPEN;
    };
  }
}
