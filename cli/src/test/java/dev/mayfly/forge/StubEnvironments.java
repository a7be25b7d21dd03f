package dev.mayfly.forge;

import dev.mayfly.yaml.MapNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * GitLab's environments and deployments as its API keeps them (GitLab, {@code lib/api} and {@code
 * app/models}, deployments and environments).
 */
public final class StubEnvironments {
  /** An environment; a success starts it, and nothing else does. */
  public static final class Environment {
    final int id;
    public final String name;
    public String url = "";
    public String state = "available";
    public String description = "";
    String updated = "";

    Environment(int id, String name) {
      this.id = id;
      this.name = name;
    }
  }

  /** A deployment, by the API or by the job of a pipeline. */
  public static final class Made {
    final int id;
    final Environment environment;
    public final String sha;
    public final String ref;
    public String status;
    final boolean byJob;
    String updated;

    Made(int id, Environment environment, String sha, String ref, String status, boolean byJob) {
      this.id = id;
      this.environment = environment;
      this.sha = sha;
      this.ref = ref;
      this.status = status;
      this.byJob = byJob;
      this.updated = "";
    }
  }

  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          "POST deployments", Set.of("environment", "sha", "ref", "tag", "status"),
          "PUT deployments", Set.of("status"),
          "PUT environments", Set.of("external_url", "tier", "description", "auto_stop_setting"),
          "POST stop", Set.of("force"));
  private static final Set<String> STATUSES = Set.of("running", "success", "failed", "canceled");

  private final StubReports reports;
  public final Map<String, Environment> all = new TreeMap<>();
  public final List<Made> made = new ArrayList<>();

  /** Whether the project has pipelines, and with them environments. */
  public boolean disabled;

  /** Whether the environment is protected, so that this token may not deploy to it. */
  public boolean isProtected;

  StubEnvironments(StubReports reports) {
    this.reports = reports;
  }

  /** What its deployments say, oldest first. */
  List<StubReports.Report> told() {
    return made.stream()
        .filter(it -> !it.byJob)
        .map(it ->
            new StubReports.Report(
                it.sha,
                it.environment.name,
                it.status,
                it.environment.description.replace("`", ""),
                it.updated))
        .toList();
  }

  /** What the job of a pipeline does that has an environment. */
  public void deployByJob(String name, String sha, String status) {
    made.add(new Made(made.size() + 1, environment(name), sha, "main", status, true));
  }

  private Environment environment(String name) {
    return all.computeIfAbsent(name, it -> new Environment(all.size() + 1, it));
  }

  StubServer.Answer answer(String method, URI uri, String[] parts, String body) {
    if (disabled || reports.unreadable) {
      return StubForge.status(403, "403 Forbidden");
    }
    if (method.equals("GET")) {
      return parts.length == 2
          ? StubForge.page(uri, listed(uri))
          : parts[1].equals("environments")
              ? StubForge.ok(shown(byId(parts[2]), true))
              : StubForge.status(404, "404 Not found");
    }
    reports.wishes++;
    MapNode wish = StubForge.parse(body);
    Set<String> known =
        KNOWN.getOrDefault(method + " " + (parts.length == 4 ? parts[3] : parts[1]), Set.of());
    if (!known.containsAll(wish.keys())) {
      return StubForge.status(400, "nobody wrote of " + wish.keys());
    }
    if (isProtected || reports.refusal != 0) {
      return StubForge.status(isProtected ? 403 : reports.refusal, "Forbidden");
    }
    return parts[1].equals("deployments")
        ? deploy(method, parts, wish)
        : change(parts, wish, byId(parts[2]));
  }

  private Environment byId(String id) {
    return all.values().stream().filter(it -> id.equals("" + it.id)).findFirst().orElseThrow();
  }

  /** Knows no filter, and no order but that of age. */
  private List<String> listed(URI uri) {
    boolean newestFirst = String.valueOf(uri.getRawQuery()).contains("sort=desc");
    return (newestFirst ? made.reversed() : made).stream().map(StubEnvironments::shown).toList();
  }

  private StubServer.Answer deploy(String method, String[] parts, MapNode wish) {
    String status = wish.textOrEmpty("status");
    if (!STATUSES.contains(status)) {
      return StubForge.status(400, "status does not have a valid value");
    }
    if (method.equals("POST")) {
      if (!wish.textOrEmpty("ref").matches("refs/merge-requests/[0-9]+/head")) {
        return StubForge.status(400, "The branch or tag does not exist");
      }
      Environment environment = environment(wish.textOrEmpty("environment"));
      Made one =
          new Made(
              made.size() + 1,
              environment,
              wish.textOrEmpty("sha"),
              wish.textOrEmpty("ref"),
              "created",
              false);
      made.add(one);
      go(one, status);
      return new StubServer.Answer(201, shown(one), null);
    }
    Made one = made.get(Integer.parseInt(parts[2]) - 1);
    if (one.byJob) {
      return StubForge.status(
          403, "Deployments created using GitLab CI can not be updated using the API");
    }
    if (one.status.equals(status) || status.equals("running")) {
      return StubForge.status(400, "Status cannot transition");
    }
    go(one, status);
    return StubForge.ok(shown(one));
  }

  private void go(Made one, String status) {
    one.status = status;
    one.updated = reports.time();
    if (status.equals("success")) {
      one.environment.state = "available";
      one.environment.updated = reports.time();
    }
  }

  private StubServer.Answer change(String[] parts, MapNode wish, Environment environment) {
    environment.updated = reports.time();
    if (parts.length == 4) {
      environment.state = "stopped";
    }
    if (wish.has("external_url")) {
      environment.url = wish.textOrEmpty("external_url");
      reports.urls.add(environment.url);
    }
    environment.description =
        wish.has("description") ? wish.textOrEmpty("description") : environment.description;
    return StubForge.ok(shown(environment, true));
  }

  private static String shown(Made one) {
    return """
    {"id": %d, "iid": %d, "ref": "%s", "sha": "%s", "updated_at": "%s", "status": "%s",
     "deployable": %s, "environment": %s}
    """
        .formatted(
            one.id,
            one.id,
            one.ref,
            one.sha,
            one.updated,
            one.status,
            one.byJob ? "{\"id\": 7, \"name\": \"mayfly-open\"}" : "null",
            shown(one.environment, false));
  }

  private static String shown(Environment one, boolean whole) {
    String more =
        whole
            ? ", \"state\": \"%s\", \"tier\": \"other\", \"updated_at\": \"%s\", \"description\": %s"
                .formatted(one.state, one.updated, text(one.description))
            : "";
    return "{\"id\": %d, \"name\": \"%s\", \"external_url\": %s%s}"
        .formatted(one.id, one.name, text(one.url), more);
  }

  private static String text(@Nullable String text) {
    return StubForge.quote(text == null || text.isEmpty() ? null : text);
  }
}
