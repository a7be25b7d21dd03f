package dev.mayfly.forge;

import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Tree;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;

/** Gitea and Forgejo. Pages are cut to the server's own limit, 50 unless an admin changed it. */
public final class GiteaForge extends PullsForge {
  private final GiteaLabels labels;

  public GiteaForge(ForgeAccess access) {
    super(
        access,
        URI.create(GitHubForge.withoutSlash(access.url()) + "/api/v1"),
        "application/json",
        "limit=50",
        "/pulls/");
    this.labels = new GiteaLabels(client);
  }

  @Override
  public ForgeSettings.Kind kind() {
    return ForgeSettings.Kind.GITEA;
  }

  @Override
  public LabelTiming labelTiming(RemotePullRequest pullRequest, String label)
      throws ForgeException {
    return labels.timing(pullRequest.pullRequest(), label);
  }

  @Override
  public void addLabel(RepositoryName repository, PullRequestNumber number, String label)
      throws ForgeException {
    labels.add(repository, number, label);
  }

  @Override
  public void removeLabel(RepositoryName repository, PullRequestNumber number, String label)
      throws ForgeException {
    labels.remove(repository, number, label);
  }

  /** Gitea's list takes no branch, so the open pull requests are searched. */
  @Override
  public Optional<Change> findChange(RepositoryName repository, String branch, String base)
      throws ForgeException {
    Pages pages = pulls.pages(PullsApi.repository(repository) + "/pulls?state=open", "number");
    return writer.find(repository, pages.items(), branch, base);
  }

  /** Gitea's list takes no branch; the 50 that changed last have to do. */
  @Override
  public Optional<Change> declined(RepositoryName repository, String branch, String base)
      throws ForgeException {
    String path = PullsApi.repository(repository) + "/pulls?state=all&sort=recentupdate&limit=50";
    return writer.declined(repository, Pages.read(client, path, "number", 1).items(), branch, base);
  }

  @Override
  public AutoMerge requestAutoMerge(RepositoryName repository, Change change)
      throws ForgeException {
    if (change.headSha().isEmpty()) {
      return AutoMerge.NO_HEAD;
    }
    Tree.Mapping body =
        Json.with(
            Json.object("Do", "merge", "head_commit_id", change.headSha().get().hex()),
            "merge_when_checks_succeed",
            new Tree.Bool(true));
    return AutoMerge.ask(
        client, Call.set("POST", PullsApi.pull(repository, change.number()) + "/merge", body));
  }

  /** A job's own token acts as the user with the id -2 and may not ask who it is. */
  @Override
  Predicate<Fields> ownComments() throws ForgeException {
    String me;
    try {
      me = client.send(Call.get("/user")).object().identityAt("id");
    } catch (ForgeException e) {
      if (e.status() != 403 && e.status() != 404) {
        throw e;
      }
      me = "-2";
    }
    String self = me;
    return comment -> comment.identityAt("user", "id").equals(self);
  }
}
