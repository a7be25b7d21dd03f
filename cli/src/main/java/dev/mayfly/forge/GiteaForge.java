package dev.mayfly.forge;

import dev.mayfly.http.Endpoint;
import dev.mayfly.http.HttpAccess;
import dev.mayfly.http.PercentEncoding;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.Optional;

/** Gitea and Forgejo. Pages are cut to the server's own limit, 50 unless an admin changed it. */
public final class GiteaForge extends PullsForge {
  private final GiteaLabels labels;

  public GiteaForge(Endpoint web, HttpAccess http) {
    ForgeClient client =
        new ForgeClient(http, web.at(web.below("/api/v1")), "application/json", "limit=50");
    super(
        new PullsWriter(client, ForgeSettings.Kind.GITEA, web.url(), () -> identity(client)),
        new GiteaMerges(client));
    this.labels = new GiteaLabels(client);
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

  /** Teams go by id (Gitea API, {@code teamSearch} and {@code orgListTeamMember}). */
  @Override
  boolean isInTeam(String organization, String team, String user) throws ForgeException {
    String search =
        "/orgs/%s/teams/search?q=%s"
            .formatted(PercentEncoding.encode(organization), PercentEncoding.encode(team));
    for (ApiFields found : client.get(search).object().objects("data")) {
      if (found.text("name").equalsIgnoreCase(team)) {
        client.get("/teams/" + found.id("id") + "/members/" + PercentEncoding.encode(user));
        return true;
      }
    }
    return false;
  }

  /** Gitea's list takes no branch, so the open pull requests are searched. */
  @Override
  public Optional<Change> findChange(RepositoryName repository, String branch, String base)
      throws ForgeException {
    Pages pages =
        Pages.all(client, PullsApi.repository(repository) + "/pulls?state=open", "number");
    return writer.find(repository, pages.items(), branch, base);
  }

  /** Gitea's list takes no branch; the 50 that changed last have to do. */
  @Override
  public Optional<Change> declined(RepositoryName repository, String branch, String base)
      throws ForgeException {
    String path = PullsApi.repository(repository) + "/pulls?state=all" + newestFirst();
    return writer.declined(repository, Pages.read(client, path, "number", 1).items(), branch, base);
  }

  @Override
  String newestFirst() {
    return "&sort=recentupdate&limit=50";
  }

  /**
   * A job's own token acts as the user with the id -2 and may not ask who it is. Others may not
   * either, without the scope {@code read:user}: then only the author of what we write tells.
   */
  private static CommentWriter.Identity identity(ForgeClient client) throws ForgeException {
    try {
      String me = client.get("/user").object().identityAt("id");
      return new CommentWriter.Identity(comment -> comment.author().equals(me), true);
    } catch (ForgeException e) {
      if (e.status() != 403 && e.status() != 404) {
        throw e;
      }
      return new CommentWriter.Identity(comment -> comment.author().equals("-2"), false);
    }
  }

  @Override
  public Deployment report(ReportedPreview preview, Deployment wanted) throws ForgeException {
    return new DeploymentWrites(client).gitea(preview, wanted);
  }

  @Override
  public Optional<Deployment> deployment(
      RepositoryName repository, CommitSha commit, String environment) throws ForgeException {
    return new DeploymentReads(client).gitea(repository, commit, environment);
  }
}
