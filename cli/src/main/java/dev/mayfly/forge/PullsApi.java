package dev.mayfly.forge;

import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.Optional;

/** A pull request as GitHub and Gitea say it alike: {@code /repos/<owner>/<name>/pulls}. */
final class PullsApi {
  private PullsApi() {}

  static String repository(RepositoryName repository) {
    return "/repos/" + repository.path();
  }

  static String pull(RepositoryName repository, PullRequestNumber number) {
    return repository(repository) + "/pulls/" + number;
  }

  static String issue(RepositoryName repository, PullRequestNumber number) {
    return repository(repository) + "/issues/" + number;
  }

  /** A repository that moved answers under another name and is refused. */
  static void requireOf(RepositoryName repository, ApiFields fields) throws ForgeException {
    if (!baseOf(fields).equals(Optional.of(repository))) {
      throw ForgeException.moved(repository, baseOf(fields));
    }
  }

  static Optional<RepositoryName> baseOf(ApiFields fields) {
    return RepositoryName.parse(fields.text("base", "repo", "full_name"));
  }

  static RemotePullRequest pullRequest(RepositoryName repository, ApiFields fields)
      throws ForgeException {
    requireOf(repository, fields);
    // Anybody may name a fork: one that no platform could list is as good as one that is gone.
    Optional<RepositoryName> head =
        fields.isNull("head", "repo")
            ? Optional.empty()
            : RepositoryName.parse(fields.text("head", "repo", "full_name"));
    PullRequest.Details details =
        new PullRequest.Details(
            state(fields),
            fields.flag("draft"),
            fields.text("title"),
            fields.text("user", "login"),
            branch(fields),
            fields.text("base", "ref"),
            head,
            fields.names("labels"));
    return new RemotePullRequest(
        new PullRequest(repository, fields.number("number"), fields.sha("head", "sha"), details),
        fields.time("updated_at"));
  }

  /**
   * Once a branch is gone, Gitea shows its own ref of the pull request in its place and keeps the
   * name in the label (Gitea, {@code services/convert/pull.go}).
   */
  static String branch(ApiFields fields) {
    return isBranchGone(fields) ? fields.text("head", "label") : fields.text("head", "ref");
  }

  /**
   * Gitea closes a pull request whose branch is gone, but from a queue: for a while it is open
   * still ({@code services/repository/push.go}).
   */
  static boolean isBranchGone(ApiFields fields) {
    return fields.text("head", "ref").startsWith("refs/pull/");
  }

  static PullRequest.State state(ApiFields fields) throws ForgeException {
    boolean merged = fields.flag("merged") || !fields.isNull("merged_at");
    return switch (fields.text("state")) {
      case "open" -> PullRequest.State.OPEN;
      case "closed" -> merged ? PullRequest.State.MERGED : PullRequest.State.CLOSED;
      default ->
          throw ForgeException.of(
              ForgeException.Kind.MALFORMED, "a pull request is neither `open` nor `closed`");
    };
  }
}
