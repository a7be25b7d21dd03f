package dev.mayfly.forge;

import dev.mayfly.http.PercentEncoding;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.RepositoryName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was reported of a preview: at GitHub a deployment, at Gitea, which has none, a commit
 * status, and at GitLab the one or the other.
 */
record DeploymentReads(ForgeClient client) {
  /** The context of a commit status begins so, before the name of the environment. */
  static final String CONTEXT = "mayfly/";

  /** Filters that GitHub cannot read are ignored, so every answer is looked at again. */
  Optional<Deployment> gitHub(RepositoryName repository, CommitSha commit, String environment)
      throws ForgeException {
    String deployments = PullsApi.repository(repository) + "/deployments";
    String query = "?sha=%s&environment=%s&per_page=10";
    for (ApiFields one :
        client
            .get(deployments + query.formatted(commit, PercentEncoding.encode(environment)))
            .objects()) {
      if (one.text("sha").equals(commit.hex()) && one.text("environment").equals(environment)) {
        return Optional.of(lastStatus(deployments, one.id("id")));
      }
    }
    return Optional.empty();
  }

  /** The newest comes first; a deployment of which nothing was said is on its way. */
  Deployment lastStatus(String deployments, String id) throws ForgeException {
    String statuses = deployments + "/" + id + "/statuses?per_page=1";
    return client.get(statuses).objects().stream()
        .findFirst()
        .map(DeploymentReads::deployment)
        .orElse(new Deployment(Deployment.State.PENDING, ""));
  }

  /** What was said last: by us with an environment, or by Argo CD with a status. */
  Optional<Deployment> gitLab(RepositoryName repository, CommitSha commit, String environment)
      throws ForgeException {
    return Deployment.later(
        gitLabStatus(repository, commit, environment),
        new GitLabEnvironments(client).read(repository, commit, environment));
  }

  /**
   * Without {@code all}, GitLab lists the newest of each name. It keeps one that changes, so that
   * only {@code finished_at} tells of its end (GitLab docs, "Commits API").
   */
  Optional<Deployment> gitLabStatus(RepositoryName repository, CommitSha commit, String environment)
      throws ForgeException {
    String context = CONTEXT + environment;
    String path =
        "%s/repository/commits/%s/statuses?name=%s"
            .formatted(GitLabApi.project(repository), commit, PercentEncoding.encode(context));
    return status(
        client.get(path).objectsOrNone(),
        "name",
        context,
        "finished_at",
        "started_at",
        "created_at");
  }

  /**
   * The combined status holds the newest of each context. The list of all does not say which that
   * is: its {@code highestindex} gives the lowest first (Gitea, {@code
   * models/git/commit_status.go}).
   */
  Optional<Deployment> gitea(RepositoryName repository, CommitSha commit, String environment)
      throws ForgeException {
    String path =
        "%s/commits/%s/status?limit=50".formatted(PullsApi.repository(repository), commit);
    return status(
        client.get(path).object().objects("statuses"),
        "context",
        CONTEXT + environment,
        "created_at");
  }

  private static Optional<Deployment> status(
      List<ApiFields> all, String key, String context, String end, String... beginnings) {
    for (ApiFields one : all) {
      if (one.text(key).equals(context)) {
        Deployment.State state = Deployment.state(one.text("status"));
        Optional<Instant> at = one.timeIfProper(end);
        for (String beginning : state == Deployment.State.PENDING ? beginnings : new String[0]) {
          at = at.or(() -> one.timeIfProper(beginning));
        }
        return Optional.of(new Deployment(state, one.text("description"), at));
      }
    }
    return Optional.empty();
  }

  private static Deployment deployment(ApiFields status) {
    return new Deployment(
        Deployment.state(status.text("state")),
        status.text("description"),
        status.timeIfProper("created_at"));
  }
}
