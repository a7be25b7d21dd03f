package dev.mayfly.forge;

import dev.mayfly.forge.Deployment.State;
import dev.mayfly.http.PercentEncoding;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.RepositoryName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands in an environment of GitLab. A deployment has no words there, so that the description
 * of the environment holds those of the last one.
 */
record GitLabEnvironments(ForgeClient client) {
  /** How far back it is looked for what still passes for running. */
  private static final int LATELY = 30;

  /** A deployment that no job of a pipeline made. */
  record Made(String id, String sha, Deployment said, String environment, String url) {
    static Made of(ApiFields one) throws ForgeException {
      return new Made(
          one.id("id"),
          one.text("sha"),
          new Deployment(Deployment.state(one.text("status")), "", one.timeIfProper("updated_at")),
          one.id("environment", "id"),
          one.text("environment", "external_url"));
    }

    boolean isOf(CommitSha commit) {
      return sha.equals(commit.hex());
    }

    boolean is(State state) {
      return said.state() == state;
    }
  }

  /** The newest first; whether the newest of all is a pipeline's. */
  record Lately(List<Made> ours, boolean isOfPipeline) {}

  /** What stands there; empty where nothing of ours does, or GitLab has no environments here. */
  Optional<Deployment> read(RepositoryName repository, CommitSha commit, String environment)
      throws ForgeException {
    Optional<Lately> lately = lately(repository, environment);
    return lately.isPresent() ? stands(repository, commit, lately.get()) : Optional.empty();
  }

  /** Empty where GitLab has no environments here. */
  Optional<Lately> lately(RepositoryName repository, String name) throws ForgeException {
    String query = "/deployments?environment=%s&order_by=id&sort=desc&per_page=" + LATELY;
    List<ApiFields> all;
    try {
      String path = GitLabApi.project(repository) + query.formatted(PercentEncoding.encode(name));
      all = client.get(path).objectsOrNone();
    } catch (ForgeException e) {
      return noneOrThrow(e);
    }
    List<ApiFields> listed =
        all.stream().filter(one -> one.text("environment", "name").equals(name)).toList();
    List<Made> ours = new ArrayList<>();
    for (ApiFields one : listed) {
      if (one.isNull("deployable")) {
        ours.add(Made.of(one));
      }
    }
    return Optional.of(
        new Lately(ours, !listed.isEmpty() && !listed.getFirst().isNull("deployable")));
  }

  /** A project without pipelines has no environments, and a protected one takes not everybody. */
  static <T> Optional<T> noneOrThrow(ForgeException refusal) throws ForgeException {
    return switch (refusal.kind()) {
      case UNAUTHORIZED, NOT_FOUND, REJECTED -> Optional.empty();
      default -> throw refusal;
    };
  }

  /** What the newest says of a commit; it alone counts in an environment. */
  Optional<Deployment> stands(RepositoryName repository, CommitSha commit, Lately lately)
      throws ForgeException {
    if (lately.ours.stream().noneMatch(it -> it.isOf(commit))) {
      return Optional.empty();
    }
    Made newest = lately.ours.getFirst();
    if (!newest.isOf(commit)) {
      return Optional.of(Deployment.replaced().at(newest.said.at()));
    } else if (!newest.is(State.SUCCESS) && !newest.is(State.FAILURE)) {
      return Optional.of(newest.said);
    }
    ApiFields environment = client.get(path(repository, newest)).object();
    String said = environment.text("description").replaceAll("^`|`$", "");
    return Optional.of(
        newest.is(State.SUCCESS) && isStopped(environment)
            ? Deployment.gone().at(environment.timeIfProper("updated_at"))
            : new Deployment(newest.said.state(), said, newest.said.at()));
  }

  static boolean isStopped(ApiFields environment) {
    return List.of("stopped", "stopping").contains(environment.text("state"));
  }

  /** The environment that it is in. */
  static String path(RepositoryName repository, Made made) {
    return GitLabApi.project(repository) + "/environments/" + made.environment;
  }
}
