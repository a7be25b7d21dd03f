package dev.mayfly.forge;

import dev.mayfly.yaml.MapNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What was reported of previews, oldest first: GitHub's deployments, the others' statuses. */
public final class StubReports {
  /** One report. */
  public record Report(String sha, String environment, String state, String said, String at) {}

  private final List<Report> all = new ArrayList<>();

  /** When whatever is said from now on is said; a forge that tells no time where it is empty. */
  public String now = "";

  /** Whether it tells a time, a later one each time, where none was set. */
  boolean ticks;

  /** What stands elsewhere. */
  Supplier<List<Report>> elsewhere = List::of;

  private int ticked;

  String time() {
    return ticks && now.isEmpty() ? "2026-11-22T00:%02d:00Z".formatted(++ticked) : now;
  }

  public void add(String sha, String environment, String state, String said) {
    all.add(new Report(sha, environment, state, said, time()));
  }

  public List<Report> all() {
    List<Report> told = new ArrayList<>(all);
    told.addAll(elsewhere.get());
    return told;
  }

  /** With what status each wish to write is turned away; 0 for none. */
  public int refusal;

  /** Whether a token may not read any. */
  public boolean unreadable;

  /** How often somebody wished to write. */
  public int wishes;

  /**
   * GitHub makes a deployment of a green commit only, unless told to ask for no checks, and merges
   * the base into it, unless told not to.
   */
  StubServer.Answer deployment(String[] parts, String body) {
    wishes++;
    if (refusal != 0) {
      return StubForge.status(refusal, "Resource not accessible by integration");
    }
    MapNode wish = StubForge.parse(body);
    if (parts.length == 2) {
      if (!body.replace(" ", "").contains("\"required_contexts\":[]")
          || !"false".equals(wish.textAt("auto_merge"))) {
        return StubForge.status(409, "Conflict: Commit status checks failed for pr-7");
      }
      add(wish.textOrEmpty("ref"), wish.textOrEmpty("environment"), "", "");
      return new StubServer.Answer(201, "{\"id\": " + (all.size() - 1) + "}", null);
    }
    int id = Integer.parseInt(parts[2]);
    Report old = all.get(id);
    all.set(
        id,
        new Report(
            old.sha,
            old.environment,
            wish.textOrEmpty("state"),
            wish.textOrEmpty("description"),
            now));
    urls.add(wish.textOrEmpty("environment_url"));
    return new StubServer.Answer(201, "{\"id\": 1}", null);
  }

  /** The addresses that came with reports, in order. */
  public final List<String> urls = new ArrayList<>();

  /** A commit status; GitLab takes none twice in a row. */
  StubServer.Answer status(String sha, String body, boolean gitLab) {
    wishes++;
    if (refusal != 0) {
      return StubForge.status(refusal, "Forbidden");
    }
    MapNode wish = StubForge.parse(body);
    String context = wish.textOrEmpty(gitLab ? "name" : "context").replaceFirst("^mayfly/", "");
    String state = wish.textOrEmpty("state");
    boolean twice =
        all.reversed().stream()
            .filter(it -> it.sha.equals(sha) && it.environment.equals(context))
            .findFirst()
            .filter(it -> it.state.equals(state))
            .isPresent();
    if (gitLab && twice) {
      return StubForge.status(400, "Cannot transition status via :run from :running");
    }
    add(sha, context, state, wish.textOrEmpty("description"));
    urls.add(wish.textOrEmpty("target_url"));
    return new StubServer.Answer(201, "{\"id\": 1}", null);
  }

  /** Newest first; a deployment's number is its place. Knows no filter, as GitHub may not. */
  StubServer.Answer deployments(URI uri, String[] parts) {
    if (unreadable) {
      return StubForge.status(403, "Resource not accessible by integration");
    }
    List<String> answers = new ArrayList<>();
    for (int i = all.size() - 1; i >= 0; i--) {
      Report report = all.get(i);
      if (parts.length == 2) {
        answers.add(
            "{\"id\": %d, \"sha\": \"%s\", \"environment\": \"%s\"}"
                .formatted(i, report.sha, report.environment));
      } else if (parts[2].equals("" + i) && !report.state.isEmpty()) {
        answers.add(
            "{\"state\": \"%s\", \"description\": \"%s\", \"created_at\": \"%s\"}"
                .formatted(report.state, report.said, report.at));
      }
    }
    return StubForge.page(uri, answers);
  }

  /** GitLab's of a commit, newest first. */
  StubServer.Answer statuses(URI uri, String sha) {
    if (unreadable) {
      return StubForge.status(403, "Forbidden");
    }
    String query = URLDecoder.decode(String.valueOf(uri.getRawQuery()), StandardCharsets.UTF_8);
    List<String> answers = new ArrayList<>();
    for (Report report : all.reversed()) {
      String context = "mayfly/" + report.environment;
      if (report.sha.equals(sha) && query.contains("name=" + context)) {
        answers.add(
            "{\"name\": \"%s\", \"status\": \"%s\", \"description\": \"%s\", \"finished_at\": \"%s\"}"
                .formatted(context, report.state, report.said, report.at));
      }
    }
    return StubForge.page(uri, answers);
  }

  /**
   * Gitea's newest of each context at a commit. Its list of all statuses is asked for by nobody:
   * what it calls the highest index first is the lowest.
   */
  StubServer.Answer combined(String[] parts) {
    if (unreadable) {
      return StubForge.status(403, "Forbidden");
    }
    if (parts.length < 4 || !parts[3].equals("status")) {
      return StubForge.status(404, "Not Found");
    }
    Map<String, String> newest = new TreeMap<>();
    for (Report report : all) {
      if (report.sha.equals(parts[2])) {
        newest.put(
            report.environment,
            "{\"context\": \"mayfly/%s\", \"status\": \"%s\", \"description\": \"%s\", \"created_at\": \"%s\"}"
                .formatted(report.environment, report.state, report.said, report.at));
      }
    }
    String statuses = newest.isEmpty() ? "null" : "[" + String.join(",", newest.values()) + "]";
    return StubForge.ok("{\"statuses\": " + statuses + "}");
  }
}
