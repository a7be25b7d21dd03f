package dev.mayfly.forge;

import dev.mayfly.http.PercentEncoding;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reading pull requests where GitHub and Gitea speak alike: {@code /repos/<owner>/<name>/pulls}.
 *
 * @param pageSize the query that asks for large pages
 */
record PullsApi(ForgeClient client, String pageSize) {
  static String repository(RepositoryName repository) {
    return "/repos/" + repository.path();
  }

  static String pull(RepositoryName repository, PullRequestNumber number) {
    return repository(repository) + "/pulls/" + number;
  }

  static String issue(RepositoryName repository, PullRequestNumber number) {
    return repository(repository) + "/issues/" + number;
  }

  RemotePullRequest read(RepositoryName repository, PullRequestNumber number)
      throws ForgeException {
    ApiFields answer = client.get(pull(repository, number)).object();
    RemotePullRequest found = pullRequest(repository, answer);
    if (!found.pullRequest().number().equals(number)) {
      throw ForgeException.of(
          ForgeException.Kind.MALFORMED, "asked for #" + number + ", the forge shows another");
    }
    return found;
  }

  PullRequest.State stateOf(RepositoryName repository, PullRequestNumber number)
      throws ForgeException {
    return state(client.get(pull(repository, number)).object());
  }

  OpenPullRequests listOpen(RepositoryName repository) throws ForgeException {
    Pages pages = pages(repository(repository) + "/pulls?state=open", "number");
    List<ListedPullRequest> items = new ArrayList<>();
    for (ApiFields fields : pages.items()) {
      if (baseOf(fields).equals(Optional.of(repository))) {
        ListedPullRequest.read(fields, repository, "number", "head", "sha").ifPresent(items::add);
      }
    }
    if (items.isEmpty() && !pages.items().isEmpty()) {
      // One that is of no repository at all is its own problem; all of them are the list's.
      requireOf(repository, pages.items().getFirst());
    }
    return new OpenPullRequests(items, pages.complete() && items.size() == pages.items().size());
  }

  List<LabelledPullRequest> list(RepositoryName repository, boolean closed) throws ForgeException {
    String state = closed ? "all" : "open";
    Pages pages = pages(repository(repository) + "/pulls?state=" + state, "number");
    List<LabelledPullRequest> all = new ArrayList<>();
    for (ApiFields fields : pages.items()) {
      all.add(
          new LabelledPullRequest(
              pullRequest(repository, fields).pullRequest(), fields.namesInOrder("labels")));
    }
    return LabelledPullRequest.whole(all, pages);
  }

  /** GitHub docs, "List pull requests files": never more than 3000. */
  ChangedFiles changedFiles(RepositoryName repository, PullRequestNumber number)
      throws ForgeException {
    int most = 3000;
    Pages pages =
        Pages.read(client, pull(repository, number) + "/files?" + pageSize, "filename", most);
    TreeSet<String> paths = new TreeSet<>();
    for (ApiFields item : pages.items()) {
      paths.add(item.text("filename"));
      paths.add(item.text("previous_filename"));
    }
    paths.remove("");
    return new ChangedFiles(paths, pages.complete() && pages.items().size() < most);
  }

  RepositoryAccess accessOf(RepositoryName repository, String user) throws ForgeException {
    String path =
        repository(repository) + "/collaborators/" + PercentEncoding.encode(user) + "/permission";
    try {
      return switch (client.get(path).object().text("permission")) {
        case "admin", "owner", "write" -> RepositoryAccess.WRITE;
        case "read", "none" -> RepositoryAccess.LESS;
        default -> RepositoryAccess.UNKNOWN;
      };
    } catch (ForgeException e) {
      if (e.isHidden()) {
        return RepositoryAccess.UNKNOWN;
      }
      throw e;
    }
  }

  Pages pages(String pathAndQuery, String identity) throws ForgeException {
    String separator = pathAndQuery.contains("?") ? "&" : "?";
    return Pages.read(client, pathAndQuery + separator + pageSize, identity, Integer.MAX_VALUE);
  }

  /** A repository that moved answers under another name and is refused. */
  static void requireOf(RepositoryName repository, ApiFields fields) throws ForgeException {
    if (!baseOf(fields).equals(Optional.of(repository))) {
      throw ForgeException.moved(repository, baseOf(fields));
    }
  }

  private static Optional<RepositoryName> baseOf(ApiFields fields) {
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
