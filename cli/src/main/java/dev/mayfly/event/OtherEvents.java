package dev.mayfly.event;

import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.MapNode;
import java.util.Optional;

/** Events that hold no pull request and are about one all the same, or about several. */
final class OtherEvents {
  static final String QUEUE =
      "a merge queue tests commits of its own, and previews follow the pull requests in it";
  private static final String ISSUE = "the comment is on an issue, which has no preview";

  private OtherEvents() {}

  /**
   * Reads GitHub's {@code merge_group} and its {@code issue_comment}, in which {@code
   * issue.pull_request} tells a pull request from an issue (GitHub docs, "Webhook events and
   * payloads"). Gitea and Forgejo write {@code is_pull} (Gitea, {@code modules/structs/hook.go}).
   */
  static Optional<CiEvent> read(MapNode event) {
    if (event.get("merge_group") instanceof MapNode) {
      return Optional.of(new CiEvent.Idle(QUEUE));
    }
    if (!(event.get("comment") instanceof MapNode)
        || !(event.get("issue") instanceof MapNode issue)) {
      return Optional.empty();
    }
    EventFields fields = new EventFields();
    if (!(issue.get("pull_request") instanceof MapNode) && !fields.flag(event, "is_pull")) {
      return Optional.of(new CiEvent.Idle(ISSUE));
    }
    Optional<PullRequestNumber> number = fields.number(issue, "number");
    Optional<RepositoryName> repository = fields.repository(event, "repository", "full_name");
    fields.throwIfAny();
    return Optional.of(new CiEvent.OfComment(repository.orElseThrow(), number.orElseThrow()));
  }
}
