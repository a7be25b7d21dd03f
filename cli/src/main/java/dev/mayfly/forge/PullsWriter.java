package dev.mayfly.forge;

import dev.mayfly.http.Request;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Tree;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writing pull requests and comments where GitHub and Gitea speak alike. */
record PullsWriter(
    ForgeClient client,
    ForgeSettings.Kind kind,
    URI web,
    ForgeException.Question<CommentWriter.Identity> own)
    implements ChangeWriter.Writes, CommentWriter.Api {
  @Override
  public Change create(RepositoryName repository, ChangeRequest request) throws ForgeException {
    Request call =
        Request.create(
            PullsApi.repository(repository) + "/pulls",
            new Tree.Mapping()
                .put("title", request.title())
                .put("head", request.branch())
                .put("base", request.base())
                .put("body", request.body()));
    return change(repository, client.send(call).object());
  }

  @Override
  public Change update(RepositoryName repository, PullRequestNumber number, ChangeRequest request)
      throws ForgeException {
    Request call =
        Request.set(
            "PATCH",
            PullsApi.pull(repository, number),
            new Tree.Mapping().put("title", request.title()).put("body", request.body()));
    return change(repository, client.send(call).object());
  }

  /** Of these answers the open one from the branch into the base, both in this repository. */
  Optional<Change> find(
      RepositoryName repository, List<ApiFields> answers, String branch, String base)
      throws ForgeException {
    for (ApiFields answer : answers) {
      if (isFrom(repository, answer, branch, base)
          && PullsApi.state(answer) == PullRequest.State.OPEN
          && !PullsApi.isBranchGone(answer)) {
        return Optional.of(change(repository, answer));
      }
    }
    return Optional.empty();
  }

  /** Those of others are not looked at further, so nothing in them can stop us. */
  private static boolean isFrom(
      RepositoryName repository, ApiFields answer, String branch, String base)
      throws ForgeException {
    if (!PullsApi.branch(answer).equals(branch)
        || !answer.text("base", "ref").equals(base)
        || !answer.text("head", "repo", "full_name").equals(repository.path())) {
      return false;
    }
    PullsApi.requireOf(repository, answer);
    return true;
  }

  /** Of these answers those that were merged from this repository into the base. */
  List<Change> merged(RepositoryName repository, List<ApiFields> answers, String base)
      throws ForgeException {
    List<Change> merged = new ArrayList<>();
    for (ApiFields answer : answers) {
      if (isFrom(repository, answer, PullsApi.branch(answer), base)
          && PullsApi.state(answer) == PullRequest.State.MERGED) {
        merged.add(change(repository, answer));
      }
    }
    return merged;
  }

  /**
   * Of these answers the newest from the branch into the base, when it is closed and not merged, or
   * about to be.
   */
  Optional<Change> declined(
      RepositoryName repository, List<ApiFields> answers, String branch, String base)
      throws ForgeException {
    Optional<ApiFields> newest = Optional.empty();
    for (ApiFields answer : answers) {
      if (isFrom(repository, answer, branch, base)
          && (newest.isEmpty()
              || answer.number("number").compareTo(newest.get().number("number")) > 0)) {
        newest = Optional.of(answer);
      }
    }
    if (newest.isEmpty() || PullsApi.state(newest.get()) == PullRequest.State.MERGED) {
      return Optional.empty();
    }
    return PullsApi.state(newest.get()) == PullRequest.State.CLOSED
            || PullsApi.isBranchGone(newest.get())
        ? Optional.of(change(repository, newest.get()))
        : Optional.empty();
  }

  @Override
  public void close(RepositoryName repository, PullRequestNumber number, String body)
      throws ForgeException {
    client.send(
        Request.set(
            "PATCH",
            PullsApi.pull(repository, number),
            new Tree.Mapping().put("state", "closed").put("body", body)));
  }

  private Change change(RepositoryName repository, ApiFields fields) throws ForgeException {
    PullRequestNumber number = fields.number("number");
    return new Change(
        number,
        kind.page(web.toString(), repository, number),
        fields.optionalSha("head", "sha"),
        fields.text("title"),
        fields.text("body"),
        fields.names("labels"),
        fields.text("node_id"),
        fields.timeIfProper("merged_at"));
  }

  @Override
  public CommentWriter.Identity identity() throws ForgeException {
    return own.ask();
  }

  @Override
  public String comments(RepositoryName repository, PullRequestNumber number) {
    return PullsApi.issue(repository, number) + "/comments";
  }

  @Override
  public Pages pages(RepositoryName repository, PullRequestNumber number) throws ForgeException {
    return Pages.all(client, comments(repository, number), "id");
  }

  @Override
  public CommentWriter.Marked read(ApiFields comment) throws ForgeException {
    return new CommentWriter.Marked(
        comment.id("id"),
        comment.text("body"),
        comment.identityAt("user", "id"),
        comment.text("user", "login"));
  }

  @Override
  public String comment(RepositoryName repository, PullRequestNumber number, String id) {
    return PullsApi.repository(repository) + "/issues/comments/" + id;
  }

  @Override
  public String change() {
    return "PATCH";
  }
}
