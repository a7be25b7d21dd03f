package dev.mayfly.forge;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** GitLab's dialect. */
public final class MergeRequestsStub extends StubForge {
  public final StubEnvironments environments = new StubEnvironments(reports);

  MergeRequestsStub() {
    this(REPOSITORY);
  }

  public MergeRequestsStub(String repository) {
    super(repository);
    reports.ticks = true;
    reports.elsewhere = environments::told;
  }

  @Override
  public StubServer.Answer answer(String method, URI uri, String body) {
    closeWhatHasNoBranch(0);
    String path = uri.getRawPath().replaceFirst("^/api/v4", "");
    String project = "/projects/" + repository.replace("/", "%2F");
    if (path.equals("/user")) {
      return ok("{\"id\": " + ME + "}");
    } else if (path.equals("/users")) {
      return page(
          uri, List.of("{\"id\": 5, \"username\": \"ada\"}", "{\"id\": 6, \"username\": \"eve\"}"));
    } else if (path.equals("/projects/2")) {
      return ok("{\"path_with_namespace\": \"eve/shop\"}");
    } else if (path.startsWith("/groups/")) {
      return group(path);
    } else if (!path.startsWith(project)) {
      return status(404, "404 Project Not Found");
    }
    String[] parts = path.substring(project.length()).split("/");
    if (parts[1].equals("repository")) {
      return reports.statuses(uri, parts[3]);
    }
    if (parts[1].equals("statuses")) {
      return reports.status(parts[2], body, true);
    }
    if (parts[1].equals("deployments") || parts[1].equals("environments")) {
      return environments.answer(method, uri, parts, body);
    }
    if (parts[1].equals("members")) {
      return ok("{\"access_level\": " + (parts[3].equals("5") ? 30 : 20) + "}");
    }
    return requests(method, uri, parts, body);
  }

  private StubServer.Answer group(String path) {
    if (membersHidden) {
      return status(403, "403 Forbidden");
    }
    String[] parts = path.split("/");
    String login = parts[5].equals("5") ? "ada" : "eve";
    String membership = members.getOrDefault(parts[2].replace("%2F", "/") + " " + login, "");
    return membership.isEmpty()
        ? status(404, "404 Not found")
        : ok(
            "{\"state\": \"active\", \"access_level\": "
                + (membership.equals("active") ? 10 : 5)
                + "}");
  }

  private StubServer.Answer requests(String method, URI uri, String[] parts, String body) {
    if (parts.length == 2) {
      if (method.equals("POST")) {
        StubPull made =
            create(
                text(body, "source_branch"),
                text(body, "target_branch"),
                text(body, "title"),
                text(body, "description"));
        return made == null
            ? status(409, "Another open merge request already exists for this source branch")
            : new StubServer.Answer(201, request(made), null);
      }
      return page(uri, listed(uri).stream().map(this::request).toList());
    }
    StubPull pull = pulls.get(Integer.parseInt(parts[2]));
    if (pull == null) {
      return status(404, "404 Not found");
    } else if (parts.length == 3) {
      return method.equals("PUT") ? put(pull, body) : ok(request(pull));
    }
    return switch (parts[3]) {
      case "merge" -> {
        pull.autoMerge = true;
        if (!checksPending) {
          merge(pull);
        }
        yield ok(request(pull));
      }
      case "diffs" ->
          page(
              uri,
              pull.files.stream()
                  .map(f -> "{\"new_path\": %s, \"old_path\": %s}".formatted(quote(f), quote(f)))
                  .toList());
      case "versions" ->
          page(
              uri,
              Stream.of("10:00", "08:00", "07:00", "06:00")
                  .map(t ->
                      "{\"id\": %s, \"created_at\": \"2026-11-01T%s:00.000Z\"}"
                          .formatted(t.substring(0, 2).replaceFirst("^0", ""), t))
                  .toList());
      case "resource_label_events" ->
          page(
              uri,
              Stream.of("add 09", "remove 10", "add 11")
                  .map(e ->
                      "{\"id\": %s, \"action\": \"%s\", \"label\": {\"name\": \"preview\"}, \"created_at\": \"2026-11-01T%s:30:00.000Z\"}"
                          .formatted(
                              e.substring(e.length() - 2).replaceFirst("^0", ""),
                              e.split(" ")[0],
                              e.split(" ")[1]))
                  .toList());
      default -> notes(method, uri, parts, body);
    };
  }

  private StubServer.Answer put(StubPull pull, String body) {
    if (refusesWrites) {
      return status(403, "403 Forbidden");
    }
    if (text(body, "state_event").equals("close")) {
      if (pull.merged) {
        return status(422, "cannot close");
      }
      pull.state = "closed";
      pull.body = text(body, "description");
    } else if (!text(body, "add_labels").isEmpty()) {
      pull.labels.add(text(body, "add_labels"));
    } else if (!text(body, "remove_labels").isEmpty()) {
      pull.labels.remove(text(body, "remove_labels"));
    } else {
      pull.title = text(body, "title");
      pull.body = text(body, "description");
    }
    return ok(request(pull));
  }

  private StubServer.Answer notes(String method, URI uri, String[] parts, String body) {
    int number = Integer.parseInt(parts[2]);
    switch (method) {
      case "POST" -> {
        if (refusesComments) {
          return status(403, "403 Forbidden");
        }
        return new StubServer.Answer(201, note(addComment(number, ME, text(body, "body"))), null);
      }
      case "PUT" -> {
        replaceComment(Integer.parseInt(parts[4]), text(body, "body"));
        return ok("{}");
      }
      case "DELETE" -> {
        comments.removeIf(c -> c.id() == Integer.parseInt(parts[4]));
        return new StubServer.Answer(204, "", null);
      }
      default -> {
        return page(
            uri,
            comments.stream()
                .filter(c -> c.pull() == number)
                .map(MergeRequestsStub::note)
                .toList());
      }
    }
  }

  private static String note(Comment comment) {
    return "{\"id\": %d, \"author\": {\"id\": %d}, \"body\": %s}"
        .formatted(comment.id(), comment.author(), quote(comment.body()));
  }

  private String request(StubPull p) {
    String state = p.merged ? "merged" : p.state.equals("open") ? "opened" : "closed";
    String source =
        p.headRepository == null ? "null" : p.headRepository.equals(repository) ? "1" : "2";
    return """
    {"iid": %d, "state": "%s", "merged_at": %s, "draft": %b, "title": %s, "description": %s,
     "author": {"username": %s}, "labels": %s, "sha": %s,
     "source_branch": %s, "target_branch": %s, "source_project_id": %s, "target_project_id": 1,
     "references": {"full": "%s!%d"},
     "web_url": %s, "updated_at": "%s"}
    """
        .formatted(
            p.number,
            state,
            p.merged ? quote(p.mergedAt) : "null",
            p.draft,
            quote(p.title),
            quote(p.body),
            quote(p.author),
            quoted(List.copyOf(p.labels)),
            // Without the branch GitLab may not know the commit any more.
            isGone(p) || p.sha.isEmpty() ? "null" : quote(p.sha),
            quote(p.branch),
            quote(p.base),
            source,
            repository,
            p.number,
            quote(p.url),
            p.updatedAt);
  }
}
