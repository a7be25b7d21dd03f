package dev.mayfly.forge;

import dev.mayfly.http.PercentEncoding;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reading merge requests: {@code /projects/<path>/merge_requests}. */
record GitLabApi(ForgeClient client) {
  /** GitLab docs, "Roles": Developer and above may push. */
  private static final int DEVELOPER = 30;

  private static final int GUEST = 10;

  static String project(RepositoryName repository) {
    return "/projects/" + PercentEncoding.encode(repository.path());
  }

  static String merges(RepositoryName repository) {
    return project(repository) + "/merge_requests";
  }

  static String merge(RepositoryName repository, PullRequestNumber number) {
    return merges(repository) + "/" + number;
  }

  RemotePullRequest read(RepositoryName repository, PullRequestNumber number)
      throws ForgeException {
    ApiFields fields = client.get(merge(repository, number)).object();
    if (!fields.number("iid").equals(number)) {
      throw ForgeException.of(
          ForgeException.Kind.MALFORMED, "asked for !" + number + ", the forge shows another");
    }
    String reference = fields.text("references", "full");
    if (!reference.isEmpty() && !reference.equalsIgnoreCase(repository + "!" + number)) {
      String now = reference.replaceFirst("![0-9]+$", "");
      throw ForgeException.moved(repository, RepositoryName.parse(now));
    }
    return request(repository, fields, headRepository(repository, fields));
  }

  /** A fork goes by its id; its name takes another read, and a fork that is gone has none. */
  private Optional<RepositoryName> headRepository(RepositoryName repository, ApiFields fields)
      throws ForgeException {
    if (isSameProject(fields)) {
      return Optional.of(repository);
    }
    if (fields.isNull("source_project_id")) {
      return Optional.empty();
    }
    try {
      Reply reply = client.get("/projects/" + fields.id("source_project_id"));
      return RepositoryName.parse(reply.object().text("path_with_namespace"));
    } catch (ForgeException e) {
      if (e.isHidden()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  static boolean isSameProject(ApiFields fields) throws ForgeException {
    return !fields.isNull("source_project_id")
        && fields.id("source_project_id").equals(fields.id("target_project_id"));
  }

  static RemotePullRequest request(
      RepositoryName repository, ApiFields fields, Optional<RepositoryName> head)
      throws ForgeException {
    PullRequest.Details details =
        new PullRequest.Details(
            state(fields),
            fields.flag("draft"),
            fields.text("title"),
            fields.text("author", "username"),
            fields.text("source_branch"),
            fields.text("target_branch"),
            head,
            fields.names("labels"));
    return new RemotePullRequest(
        new PullRequest(repository, fields.number("iid"), fields.sha("sha"), details),
        fields.time("updated_at"));
  }

  static PullRequest.State state(ApiFields fields) throws ForgeException {
    return switch (fields.text("state")) {
      case "opened", "locked" -> PullRequest.State.OPEN;
      case "closed" -> PullRequest.State.CLOSED;
      case "merged" -> PullRequest.State.MERGED;
      default ->
          throw ForgeException.of(
              ForgeException.Kind.MALFORMED, "a merge request has a state that GitLab never had");
    };
  }

  RepositoryAccess accessOf(RepositoryName repository, String user) throws ForgeException {
    Optional<String> id = userId(user);
    return id.isPresent()
        ? memberAccess(project(repository) + "/members/all/" + id.get())
        : RepositoryAccess.UNKNOWN;
  }

  private Optional<String> userId(String user) throws ForgeException {
    for (ApiFields found :
        Pages.large(client, "/users?username=" + PercentEncoding.encode(user), "id", 10).items()) {
      if (found.text("username").equalsIgnoreCase(user)) {
        return Optional.of(found.id("id"));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a user belongs to a group, or to one above it. Who has minimal access only, or was not
   * let in yet, does not (GitLab docs, "Roles" and "Group and project members API").
   */
  boolean isMember(String group, String user) throws ForgeException {
    Optional<String> id = userId(user);
    if (id.isEmpty()) {
      return false;
    }
    ApiFields member =
        client
            .get("/groups/" + PercentEncoding.encode(group) + "/members/all/" + id.get())
            .object();
    return member.text("state").equals("active")
        && Integer.parseInt(member.id("access_level")) >= GUEST;
  }

  private RepositoryAccess memberAccess(String path) throws ForgeException {
    try {
      String level = client.get(path).object().id("access_level");
      return Integer.parseInt(level) >= DEVELOPER ? RepositoryAccess.WRITE : RepositoryAccess.LESS;
    } catch (ForgeException e) {
      if (e.isHidden()) {
        return RepositoryAccess.UNKNOWN;
      }
      throw e;
    }
  }

  /** Each push makes a version of the merge request, dated by GitLab. */
  LabelTiming timing(PullRequest pr, String label) throws ForgeException {
    String path = merge(pr.repository(), pr.number());
    @Nullable Instant labelled = null;
    Pages events = Pages.all(client, path + "/resource_label_events", "id");
    for (ApiFields event : events.items()) {
      if (event.text("label", "name").equals(label)) {
        labelled = event.text("action").equals("add") ? event.time("created_at") : null;
      }
    }
    Optional<Instant> pushed = Optional.empty();
    for (ApiFields item : Pages.all(client, path + "/versions", "id").items()) {
      Instant time = item.time("created_at");
      pushed = pushed.filter(known -> known.isAfter(time)).or(() -> Optional.of(time));
    }
    return new LabelTiming(Optional.ofNullable(labelled), pushed);
  }
}
