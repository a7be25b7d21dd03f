package dev.mayfly.forge;

import dev.mayfly.http.Endpoint;
import dev.mayfly.http.HttpAccess;
import dev.mayfly.http.PercentEncoding;
import dev.mayfly.http.Request;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Tree;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** GitHub, GitHub Enterprise Cloud with data residency, and GitHub Enterprise Server. */
public final class GitHubForge extends PullsForge {
  public GitHubForge(Endpoint web, HttpAccess http) {
    ForgeClient client =
        new ForgeClient(http, web.at(rest(web)), "application/vnd.github+json", "per_page=100");
    ForgeClient graphql = client.at(graphql(web));
    super(
        new PullsWriter(
            client, ForgeSettings.Kind.GITHUB, web.url(), () -> identity(client, graphql)),
        new GitHubMerges(client, graphql));
  }

  /** GitHub docs, "Getting started with the REST API", per product. */
  private static URI rest(Endpoint web) {
    String host = web.url().getHost().toLowerCase(Locale.ROOT);
    if (host.equals("github.com") || host.endsWith(".ghe.com")) {
      return URI.create("https://api." + host);
    }
    return web.below("/api/v3");
  }

  private static URI graphql(Endpoint web) {
    URI rest = rest(web);
    return rest.getPath().isEmpty() ? rest : web.below("/api");
  }

  @Override
  public LabelTiming labelTiming(RemotePullRequest pullRequest, String label)
      throws ForgeException {
    return new GitHubTiming(client).of(pullRequest.pullRequest(), label);
  }

  /** An invitation that nobody took up yet is {@code pending} (GitHub docs, "Team members"). */
  @Override
  boolean isInTeam(String organization, String team, String user) throws ForgeException {
    String path =
        "/orgs/%s/teams/%s/memberships/%s"
            .formatted(
                PercentEncoding.encode(organization),
                PercentEncoding.encode(team),
                PercentEncoding.encode(user));
    return client.get(path).object().text("state").equals("active");
  }

  /** GitHub makes a label that the repository does not have yet. */
  @Override
  public void addLabel(RepositoryName repository, PullRequestNumber number, String label)
      throws ForgeException {
    Tree.Mapping body =
        new Tree.Mapping(Map.of("labels", new Tree.Sequence(List.of(new Tree.Text(label)))));
    client.send(Request.set("POST", PullsApi.issue(repository, number) + "/labels", body));
  }

  @Override
  public void removeLabel(RepositoryName repository, PullRequestNumber number, String label)
      throws ForgeException {
    String path = PullsApi.issue(repository, number) + "/labels/" + PercentEncoding.encode(label);
    try {
      client.send(Request.delete(path));
    } catch (ForgeException e) {
      if (e.kind() != ForgeException.Kind.NOT_FOUND
          || read(repository, number).pullRequest().details().labels().contains(label)) {
        throw e;
      }
    }
  }

  /** GitHub ignores a {@code head} filter it cannot read, so every answer is looked at again. */
  @Override
  public Optional<Change> findChange(RepositoryName repository, String branch, String base)
      throws ForgeException {
    String query =
        "/pulls?state=open&head=%s&base=%s"
            .formatted(
                PercentEncoding.encode(repository.owner() + ":" + branch),
                PercentEncoding.encode(base));
    Pages pages = Pages.all(client, PullsApi.repository(repository) + query, "number");
    return writer.find(repository, pages.items(), branch, base);
  }

  @Override
  public Optional<Change> declined(RepositoryName repository, String branch, String base)
      throws ForgeException {
    String query =
        "/pulls?state=all&sort=created&direction=desc&head=%s&base=%s&per_page=10"
            .formatted(
                PercentEncoding.encode(repository.owner() + ":" + branch),
                PercentEncoding.encode(base));
    Pages newest = Pages.read(client, PullsApi.repository(repository) + query, "number", 1);
    return writer.declined(repository, newest.items(), branch, base);
  }

  @Override
  String newestFirst() {
    return "&sort=updated&direction=desc&per_page=50";
  }

  /**
   * An installation's token may not ask who it is, except by GraphQL. Where that does not tell
   * either, only the author of what we write does.
   */
  private static CommentWriter.Identity identity(ForgeClient client, ForgeClient graphql)
      throws ForgeException {
    try {
      String me = client.get("/user").object().id("id");
      return new CommentWriter.Identity(comment -> comment.author().equals(me), true);
    } catch (ForgeException e) {
      if (e.status() != 403) {
        throw e;
      }
      String me = viewer(graphql);
      return new CommentWriter.Identity(
          comment -> !me.isEmpty() && comment.login().equals(me), !me.isEmpty());
    }
  }

  private static String viewer(ForgeClient graphql) throws ForgeException {
    try {
      return graphql
          .send(
              Request.set(
                  "POST",
                  "/graphql",
                  new Tree.Mapping().put("query", "query { viewer { login } }")))
          .object()
          .text("data", "viewer", "login");
    } catch (ForgeException e) {
      if (e.status() == 0) {
        throw e;
      }
      return "";
    }
  }

  @Override
  public Deployment report(ReportedPreview preview, Deployment wanted) throws ForgeException {
    return new DeploymentWrites(client).gitHub(preview, wanted);
  }

  @Override
  public Optional<Deployment> deployment(
      RepositoryName repository, CommitSha commit, String environment) throws ForgeException {
    return new DeploymentReads(client).gitHub(repository, commit, environment);
  }
}
