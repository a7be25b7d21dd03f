package dev.mayfly.forge;

import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Writing pull requests and comments where GitHub and Gitea speak alike. */
final class PullsWriter implements ChangeWriter.Writes, CommentWriter.Api {
  private final ForgeClient client;
  private final PullsApi reads;
  private final Links links;
  private final OwnComments own;

  /** Tells whether the author of a comment is us. */
  interface OwnComments {
    Predicate<Fields> filter() throws ForgeException;
  }

  PullsWriter(ForgeClient client, PullsApi reads, Links links, OwnComments own) {
    this.client = client;
    this.reads = reads;
    this.links = links;
    this.own = own;
  }

  @Override
  public Change create(RepositoryName repository, ChangeRequest request) throws ForgeException {
    Call call =
        Call.create(
            PullsApi.repository(repository) + "/pulls",
            Json.object(
                "title", request.title(),
                "head", request.branch(),
                "base", request.base(),
                "body", request.body()));
    return change(repository, client.send(call).object());
  }

  @Override
  public Change update(RepositoryName repository, PullRequestNumber number, ChangeRequest request)
      throws ForgeException {
    Call call =
        Call.set(
            "PATCH",
            PullsApi.pull(repository, number),
            Json.object("title", request.title(), "body", request.body()));
    return change(repository, client.send(call).object());
  }

  /** Of these answers the open one from the branch into the base, both in this repository. */
  Optional<Change> find(RepositoryName repository, List<Fields> answers, String branch, String base)
      throws ForgeException {
    for (Fields answer : answers) {
      PullRequest pr = PullsApi.pullRequest(repository, answer).pullRequest();
      if (pr.details().branch().equals(branch)
          && pr.details().targetBranch().equals(base)
          && pr.details().state() == PullRequest.State.OPEN
          && !pr.isFork()) {
        return Optional.of(change(repository, answer));
      }
    }
    return Optional.empty();
  }

  /**
   * Of these answers the newest from the branch into the base, when it is closed and not merged.
   */
  Optional<Change> declined(
      RepositoryName repository, List<Fields> answers, String branch, String base)
      throws ForgeException {
    Optional<PullRequest> newest = Optional.empty();
    Optional<Change> change = Optional.empty();
    for (Fields answer : answers) {
      PullRequest pr = PullsApi.pullRequest(repository, answer).pullRequest();
      if (pr.details().branch().equals(branch)
          && pr.details().targetBranch().equals(base)
          && !pr.isFork()
          && newest.filter(known -> known.number().compareTo(pr.number()) > 0).isEmpty()) {
        newest = Optional.of(pr);
        change = Optional.of(change(repository, answer));
      }
    }
    return newest.filter(pr -> pr.details().state() == PullRequest.State.CLOSED).isPresent()
        ? change
        : Optional.empty();
  }

  void withdraw(RepositoryName repository, PullRequestNumber number, String body)
      throws ForgeException {
    Call call =
        Call.set(
            "PATCH",
            PullsApi.pull(repository, number),
            Json.object("state", "closed", "body", body));
    try {
      client.send(call);
    } catch (ForgeException e) {
      RemotePullRequest now = reads.read(repository, number);
      if (now.pullRequest().details().state() == PullRequest.State.OPEN) {
        throw e;
      }
    }
  }

  private Change change(RepositoryName repository, Fields fields) throws ForgeException {
    PullRequestNumber number = fields.number("number");
    return new Change(
        number,
        links.to(repository, number),
        fields.optionalSha("head", "sha"),
        fields.text("title"),
        fields.text("body"),
        fields.names("labels"),
        fields.text("node_id"));
  }

  @Override
  public List<CommentWriter.Own> own(
      RepositoryName repository, PullRequestNumber number, StickyComment comment)
      throws ForgeException {
    Predicate<Fields> isOwn = own.filter();
    List<CommentWriter.Own> found = new ArrayList<>();
    for (Fields fields :
        reads.pages(PullsApi.issue(repository, number) + "/comments", "id").items()) {
      if (comment.marks(fields.text("body")) && isOwn.test(fields)) {
        found.add(new CommentWriter.Own(fields.id("id"), fields.text("body")));
      }
    }
    found.sort(java.util.Comparator.comparingLong(comments -> Long.parseLong(comments.id())));
    return found;
  }

  @Override
  public void create(RepositoryName repository, PullRequestNumber number, String text)
      throws ForgeException {
    client.send(
        Call.create(PullsApi.issue(repository, number) + "/comments", Json.object("body", text)));
  }

  @Override
  public void update(RepositoryName repository, PullRequestNumber number, String id, String text)
      throws ForgeException {
    client.send(Call.set("PATCH", comment(repository, id), Json.object("body", text)));
  }

  @Override
  public void delete(RepositoryName repository, PullRequestNumber number, String id)
      throws ForgeException {
    client.send(Call.delete(comment(repository, id)));
  }

  private static String comment(RepositoryName repository, String id) {
    return PullsApi.repository(repository) + "/issues/comments/" + id;
  }
}
