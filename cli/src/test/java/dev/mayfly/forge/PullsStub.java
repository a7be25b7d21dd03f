package dev.mayfly.forge;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** GitHub's dialect, and Gitea's where it differs. */
public final class PullsStub extends StubForge {
  private static final List<String> KNOWN =
      List.of("bug", "chore", "docs", "preview", "a b/c", "mayfly/admitted");
  private final boolean gitea;

  PullsStub(boolean gitea) {
    this(gitea, REPOSITORY);
  }

  public PullsStub(boolean gitea, String repository) {
    super(repository);
    this.gitea = gitea;
  }

  /** GitHub's own description is asked first, where a run has it. */
  @Override
  public StubServer.Answer answer(String method, URI uri, String body) {
    if (gitea || GitHubDescription.INSTANCE.isEmpty()) {
      return answered(method, uri, body);
    } else if (uri.getPath().endsWith("/graphql")) {
      List<String> faults = GitHubQueries.INSTANCE.map(it -> it.faults(body)).orElse(List.of());
      return faults.isEmpty()
          ? answered(method, uri, body)
          : status(418, "not as GitHub describes it: " + String.join(", ", faults));
    }
    GitHubDescription described = GitHubDescription.INSTANCE.get();
    List<String> faults = described.faults(method, uri, body);
    if (!faults.isEmpty()) {
      return status(418, "not as GitHub describes it: " + String.join(", ", faults));
    }
    StubServer.Answer answer = answered(method, uri, body);
    List<String> own = described.faultsOfAnswer(method, uri, answer.status(), answer.json());
    return own.isEmpty() ? answer : status(418, "GitHub answers otherwise: " + own);
  }

  private StubServer.Answer answered(String method, URI uri, String body) {
    closeWhatHasNoBranch(gitea ? 4 : 0);
    mergeWhatIsQueued();
    String path = uri.getRawPath().replaceFirst(gitea ? "^/api/v1" : "^/api(/v3)?", "");
    String repo = "/repos/" + repository;
    if (path.equals("/user")) {
      return tellsUser
          ? ok("{\"id\": " + ME + ", \"login\": \"mayfly\"}")
          : status(403, "token does not have at least one of required scope(s)");
    } else if (path.equals("/graphql") && body.contains("viewer")) {
      return tellsViewer
          ? ok("{\"data\": {\"viewer\": {\"login\": \"" + login(ME) + "\"}}}")
          : error("Resource not accessible by integration");
    } else if (path.equals("/graphql")) {
      return wish(body);
    } else if (path.startsWith("/orgs/") || path.startsWith("/teams/")) {
      return group(path, uri);
    } else if (!path.startsWith(repo)) {
      return status(404, "Not Found");
    }
    String[] parts = path.substring(repo.length()).split("/");
    String collection = parts.length > 1 ? parts[1] : "";
    return switch (collection) {
      case "pulls" -> pulls(method, uri, parts, body);
      case "issues" ->
          parts.length == 2
              ? closedIssues(uri)
              : parts[2].equals("comments")
                  ? comment(method, Integer.parseInt(parts[3]), body)
                  : issue(method, uri, parts, body);
      case "labels" -> withoutLink(page(uri, KNOWN.stream().map(this::label).toList()));
      case "deployments" ->
          gitea
              ? status(404, "")
              : method.equals("POST")
                  ? reports.deployment(parts, body)
                  : reports.deployments(uri, parts);
      case "statuses" -> reports.status(parts[2], body, false);
      case "commits" -> reports.combined(parts);
      case "collaborators" ->
          ok("{\"permission\": \"" + (parts[2].equals("ada") ? "write" : "read") + "\"}");
      case "activity" ->
          page(
              uri,
              pulls.values().stream()
                  .map(p ->
                      "{\"id\": %d, \"after\": \"%s\", \"timestamp\": \"%s\"}"
                          .formatted(p.number, p.sha, p.pushedAt))
                  .toList());
      case "" -> ok(settings());
      default -> status(404, "Not Found");
    };
  }

  private String settings() {
    return """
    {"allow_merge_commit%1$s": %2$b, "allow_squash_merge": %3$b, "%4$s": %5$b,
     %6$s}
    """
        .formatted(
            gitea ? "s" : "",
            ways.contains("merge"),
            ways.contains("squash"),
            gitea ? "allow_rebase" : "allow_rebase_merge",
            ways.contains("rebase"),
            gitea ? "\"default_merge_style\": \"merge\"" : "\"id\": 1");
  }

  /** GitHub takes a wish for a way that is allowed, and only where something is missing yet. */
  private StubServer.Answer wish(String body) {
    StubPull pull = pulls.get(Integer.parseInt(body.replaceAll("(?s).*PR_(\\d+).*", "$1")));
    String way = body.replaceAll("(?s).*\"method\": *\"(\\w+)\".*", "$1").toLowerCase(Locale.ROOT);
    if (!body.contains(pull.sha)) {
      return error("Expected head oid does not match");
    } else if (!ways.contains(way)) {
      return error("Merge method " + way + " is not allowed on this repository");
    } else if (!checksPending) {
      return error("Pull request Pull request is in clean status");
    }
    pull.autoMerge = true;
    return ok("{\"data\": {}}");
  }

  private static StubServer.Answer error(String message) {
    return ok("{\"data\": null, \"errors\": [{\"message\": " + quote(message) + "}]}");
  }

  private StubServer.Answer merge(StubPull pull, String body) {
    String way = text(body, gitea ? "Do" : "merge_method");
    if (!gitea) {
      if (!ways.contains(way) || checksPending || !text(body, "sha").equals(pull.sha)) {
        return status(405, "Merge is not allowed");
      }
      merge(pull);
      return ok("{\"merged\": true}");
    }
    if (pull.autoMerge) {
      return status(409, "already scheduled to auto merge");
    }
    // Gitea takes the wish in any case; what comes of it is seen later, if ever.
    pull.autoMerge = true;
    pull.answersUntilMerged = ways.contains(way) && !checksPending ? 2 : 0;
    return new StubServer.Answer(201, "", null);
  }

  private void mergeWhatIsQueued() {
    pulls.values().stream()
        .filter(pull -> pull.answersUntilMerged > 0 && --pull.answersUntilMerged == 0)
        .toList()
        .forEach(this::merge);
  }

  /** The organization acme with members, and its team web, which has the id 3. */
  private StubServer.Answer group(String path, URI uri) {
    if (membersHidden) {
      return status(403, "Resource not accessible by integration");
    }
    String user = path.substring(path.lastIndexOf('/') + 1);
    if (path.equals("/orgs/acme/teams/search")) {
      return ok(
          "{\"ok\": true, \"data\": [{\"id\": 2, \"name\": \"web-two\"}"
              + (String.valueOf(uri.getQuery()).contains("web")
                  ? ", {\"id\": 3, \"name\": \"web\"}"
                  : "")
              + "]}");
    }
    String group =
        path.startsWith("/orgs/acme/members/")
            ? "acme"
            : path.startsWith(gitea ? "/teams/3/members/" : "/orgs/acme/teams/web/memberships/")
                ? "acme/web"
                : "";
    String membership = members.getOrDefault(group + " " + user, "");
    return membership.isEmpty()
        ? status(404, "Not Found")
        : group.equals("acme")
            ? new StubServer.Answer(204, "", null)
            : ok("{\"state\": \"" + membership + "\"" + (gitea ? ", \"id\": 9}" : "}"));
  }

  private StubServer.Answer closedIssues(URI uri) {
    return page(
        uri,
        pulls.values().stream()
            .filter(pull -> pull.state.equals("closed"))
            .map(pull ->
                "{\"number\": %d, \"labels\": [%s], \"pull_request\": {\"url\": \"\"}}"
                    .formatted(
                        pull.number,
                        String.join(",", pull.labels.stream().map(this::label).toList())))
            .toList());
  }

  private StubServer.Answer pulls(String method, URI uri, String[] parts, String body) {
    if (parts.length == 2) {
      if (method.equals("POST")) {
        StubPull made =
            create(text(body, "head"), text(body, "base"), text(body, "title"), text(body, "body"));
        return made == null
            ? status(422, "A pull request already exists")
            : new StubServer.Answer(201, pull(made), null);
      }
      return hidesClosed && String.valueOf(uri.getQuery()).contains("state=closed")
          ? status(403, "Resource not accessible")
          : page(uri, listed(uri).stream().map(this::inList).toList());
    }
    StubPull pull = pulls.get(Integer.parseInt(parts[2]));
    if (pull == null) {
      return status(404, "Not Found");
    } else if (parts.length == 3) {
      return method.equals("PATCH") ? patch(pull, body) : ok(pull(pull));
    } else if (parts[3].equals("merge")) {
      return merge(pull, body);
    }
    return page(uri, pull.files.stream().map(f -> "{\"filename\": " + quote(f) + "}").toList());
  }

  private StubServer.Answer patch(StubPull pull, String body) {
    if (refusesWrites) {
      return status(403, "Resource not accessible");
    }
    if (text(body, "state").equals("closed")) {
      if (pull.merged) {
        return status(422, "merged");
      }
      pull.state = "closed";
    } else {
      pull.title = text(body, "title");
    }
    pull.body = text(body, "body");
    return ok(pull(pull));
  }

  private StubServer.Answer issue(String method, URI uri, String[] parts, String body) {
    int number = Integer.parseInt(parts[2]);
    StubPull pull = pulls.get(number);
    return switch (parts[3]) {
      case "labels" -> labels(method, pull, parts, body);
      case "timeline" -> gitea ? withoutLink(page(uri, timeline())) : page(uri, timeline());
      default -> {
        if (method.equals("POST")) {
          yield refusesComments
              ? status(403, "Resource not accessible by integration")
              : new StubServer.Answer(
                  201, comment(addComment(number, ME, text(body, "body"))), null);
        }
        yield page(
            uri,
            comments.stream().filter(c -> c.pull() == number).map(PullsStub::comment).toList());
      }
    };
  }

  /** Gitea pages some lists without saying so, and writes an empty one as null. */
  private static StubServer.Answer withoutLink(StubServer.Answer page) {
    return ok(page.json().equals("[]") ? "null" : page.json());
  }

  private List<String> timeline() {
    return gitea
        ? List.of(
            "{\"id\": 1, \"type\": \"label\", \"label\": {\"name\": \"preview\"}, \"body\": \"1\","
                + " \"created_at\": \"2026-11-01T09:00:00+01:00\"}",
            "{\"id\": 2, \"type\": \"pull_push\", \"body\": \"{'commit_ids':"
                + " ['0123456789abcdef0123456789abcdef01234567']}\", \"created_at\":"
                + " \"2026-11-01T10:00:00Z\"}",
            "{\"id\": 3, \"type\": \"label\", \"label\": {\"name\": \"preview\"}, \"body\": \"\","
                + " \"created_at\": \"2026-11-01T10:30:00Z\"}",
            "{\"id\": 4, \"type\": \"label\", \"label\": {\"name\": \"preview\"}, \"body\": \"1\","
                + " \"created_at\": \"2026-11-01T11:00:00Z\"}")
        : List.of(
            "{\"id\": 1, \"event\": \"labeled\", \"label\": {\"name\": \"preview\"},"
                + " \"created_at\": \"2026-11-01T09:00:00Z\"}",
            "{\"event\": \"committed\", \"sha\": \"x\"}",
            "{\"id\": 3, \"event\": \"unlabeled\", \"label\": {\"name\": \"preview\"},"
                + " \"created_at\": \"2026-11-01T10:30:00Z\"}",
            "{\"id\": 4, \"event\": \"labeled\", \"label\": {\"name\": \"preview\"},"
                + " \"created_at\": \"2026-11-01T11:00:00Z\"}");
  }

  private StubServer.Answer labels(String method, StubPull pull, String[] parts, String body) {
    if (method.equals("DELETE")) {
      String name = URLDecoder.decode(parts[4], StandardCharsets.UTF_8);
      String label = gitea ? KNOWN.get(Integer.parseInt(name)) : name;
      return pull.labels.remove(label) ? ok("[]") : status(404, "Label does not exist");
    }
    for (Node item : ((ListNode) parse(body).get("labels")).items()) {
      String label = ((ScalarNode) item).text();
      pull.labels.add(gitea ? KNOWN.get(Integer.parseInt(label)) : label);
    }
    return ok("[]");
  }

  private StubServer.Answer comment(String method, int id, String body) {
    if (method.equals("DELETE")) {
      return comments.removeIf(c -> c.id() == id)
          ? new StubServer.Answer(204, "", null)
          : status(404, "Not Found");
    }
    replaceComment(id, text(body, "body"));
    return ok("{}");
  }

  private static String comment(Comment comment) {
    return "{\"id\": %d, \"user\": {\"id\": %d, \"login\": %s, \"type\": \"Bot\"}, \"body\": %s}"
        .formatted(
            comment.id(), comment.author(), quote(login(comment.author())), quote(comment.body()));
  }

  private static String login(int author) {
    return author == ME ? "mayfly[bot]" : "other-" + author + "[bot]";
  }

  private String label(String name) {
    return "{\"id\": %d, \"name\": %s}".formatted(KNOWN.indexOf(name), quote(name));
  }

  private String pull(StubPull p) {
    return """
    {"auto_merge": %s, "mergeable_state": "%s", "number": %d, "state": "%s", "merged": %b, "merged_at": %s, "draft": %b, "title": %s, "body": %s,
     "user": {"login": %s}, "labels": [%s], "node_id": "PR_%d",
     "html_url": %s, "updated_at": "%s",
     "created_at": "2026-10-30T10:00:00Z",
     "head": {"ref": %s, "label": %s, "sha": "%s", "repo": %s},
     "base": {"ref": %s, "repo": {"full_name": "%s"}}}
    """
        .formatted(
            p.autoMerge ? "{}" : "null",
            checksPending ? "blocked" : "clean",
            p.number,
            p.state,
            p.merged,
            p.merged ? quote(p.mergedAt) : "null",
            p.draft,
            quote(p.title),
            quote(p.body),
            quote(p.author),
            String.join(",", p.labels.stream().map(this::label).toList()),
            p.number,
            quote(p.url),
            p.updatedAt,
            quote(ref(p)),
            quote(gitea ? p.branch : repository.split("/")[0] + ":" + p.branch),
            p.sha,
            repository(p.headRepository),
            quote(p.base),
            repository);
  }

  /** GitHub's lists say less, and of a merge only when it was. */
  private String inList(StubPull p) {
    return gitea
        ? pull(p)
        : pull(p)
            .replaceFirst("\"mergeable_state\": \"\\w+\", ", "")
            .replaceFirst("\"merged\": \\w+, ", "");
  }

  /** Once the branch is gone, Gitea shows the ref that it keeps itself. */
  private String ref(StubPull p) {
    return gitea && isGone(p) ? "refs/pull/" + p.number + "/head" : p.branch;
  }

  private static String repository(@Nullable String name) {
    return name == null ? "null" : "{\"full_name\": " + quote(name) + "}";
  }
}
