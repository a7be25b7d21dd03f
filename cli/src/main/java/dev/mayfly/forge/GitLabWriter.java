package dev.mayfly.forge;

import dev.mayfly.http.PercentEncoding;
import dev.mayfly.http.Request;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Tree;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writing merge requests and their notes. */
record GitLabWriter(ForgeClient client, URI web)
    implements ChangeWriter.Writes, CommentWriter.Api, Merging.Wishes {
  @Override
  public Change create(RepositoryName repository, ChangeRequest request) throws ForgeException {
    Request call =
        Request.create(
            GitLabApi.merges(repository),
            new Tree.Mapping()
                .put("source_branch", request.branch())
                .put("target_branch", request.base())
                .put("title", request.title())
                .put("description", request.body()));
    return change(repository, client.send(call).object());
  }

  @Override
  public Change update(RepositoryName repository, PullRequestNumber number, ChangeRequest request)
      throws ForgeException {
    return change(
        repository,
        put(
                repository,
                number,
                new Tree.Mapping().put("title", request.title()).put("description", request.body()))
            .object());
  }

  Reply put(RepositoryName repository, PullRequestNumber number, Tree body) throws ForgeException {
    return client.send(Request.set("PUT", GitLabApi.merge(repository, number), body));
  }

  Optional<Change> find(RepositoryName repository, String branch, String base)
      throws ForgeException {
    String query =
        "?state=opened&source_branch=%s&target_branch=%s"
            .formatted(PercentEncoding.encode(branch), PercentEncoding.encode(base));
    Pages pages = Pages.all(client, GitLabApi.merges(repository) + query, "iid");
    for (ApiFields fields : pages.items()) {
      if (isFrom(fields, branch, base) && fields.text("state").equals("opened")) {
        return Optional.of(change(repository, fields));
      }
    }
    return Optional.empty();
  }

  private static boolean isFrom(ApiFields fields, String branch, String base)
      throws ForgeException {
    return fields.text("source_branch").equals(branch)
        && fields.text("target_branch").equals(base)
        && GitLabApi.isSameProject(fields);
  }

  /** The newest merge request from the branch into the base, when it is closed and not merged. */
  Optional<Change> declined(RepositoryName repository, String branch, String base)
      throws ForgeException {
    String query =
        "?state=all&order_by=created_at&sort=desc&source_branch=%s&target_branch=%s"
            .formatted(PercentEncoding.encode(branch), PercentEncoding.encode(base));
    for (ApiFields fields :
        Pages.large(client, GitLabApi.merges(repository) + query, "iid", 1).items()) {
      if (isFrom(fields, branch, base)) {
        return fields.text("state").equals("closed")
            ? Optional.of(change(repository, fields))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  List<Change> merged(RepositoryName repository, String base) throws ForgeException {
    String path =
        GitLabApi.merges(repository)
            + "?state=merged&order_by=updated_at&sort=desc&per_page=50&target_branch="
            + PercentEncoding.encode(base);
    List<Change> merged = new ArrayList<>();
    for (ApiFields fields : Pages.read(client, path, "iid", 1).items()) {
      if (isFrom(fields, fields.text("source_branch"), base)) {
        merged.add(change(repository, fields));
      }
    }
    return merged;
  }

  @Override
  public void close(RepositoryName repository, PullRequestNumber number, String body)
      throws ForgeException {
    put(
        repository,
        number,
        new Tree.Mapping().put("state_event", "close").put("description", body));
  }

  /** How a project merges and whether it squashes are settings of its own. */
  @Override
  public List<String> ways(RepositoryName repository) {
    return List.of("");
  }

  /** GitLab 17.11 renamed the wish; older ones read the other word. */
  @Override
  public void ask(RepositoryName repository, Change change, CommitSha head, String way)
      throws ForgeException {
    Tree.Mapping body =
        new Tree.Mapping()
            .put("sha", head.hex())
            .put("auto_merge", true)
            .put("merge_when_pipeline_succeeds", true);
    client.send(Request.set("PUT", GitLabApi.merge(repository, change.number()) + "/merge", body));
  }

  /** In lists too (GitLab, {@code lib/api/entities/merge_request_basic.rb}). */
  private Change change(RepositoryName repository, ApiFields fields) throws ForgeException {
    PullRequestNumber number = fields.number("iid");
    return new Change(
        number,
        ForgeSettings.Kind.GITLAB.page(web.toString(), repository, number),
        fields.optionalSha("sha"),
        fields.text("title"),
        fields.text("description"),
        fields.names("labels"),
        "",
        fields.timeIfProper("merged_at"));
  }

  @Override
  public CommentWriter.Identity identity() throws ForgeException {
    String me = client.get("/user").object().id("id");
    return new CommentWriter.Identity(note -> note.author().equals(me), true);
  }

  @Override
  public String comments(RepositoryName repository, PullRequestNumber number) {
    return GitLabApi.merge(repository, number) + "/notes";
  }

  @Override
  public Pages pages(RepositoryName repository, PullRequestNumber number) throws ForgeException {
    String oldestFirst = comments(repository, number) + "?sort=asc&order_by=created_at";
    return Pages.all(client, oldestFirst, "id");
  }

  @Override
  public CommentWriter.Marked read(ApiFields note) throws ForgeException {
    return new CommentWriter.Marked(
        note.id("id"),
        note.text("body"),
        note.identityAt("author", "id"),
        note.text("author", "username"));
  }

  @Override
  public String comment(RepositoryName repository, PullRequestNumber number, String id) {
    return comments(repository, number) + "/" + id;
  }

  @Override
  public String change() {
    return "PUT";
  }
}
