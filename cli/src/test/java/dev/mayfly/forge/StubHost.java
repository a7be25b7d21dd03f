package dev.mayfly.forge;

import dev.mayfly.platform.ForgeSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A forge that hosts several repositories on one local server. */
public final class StubHost implements AutoCloseable {
  private final StubServer server = StubServer.started(URI.create("http://127.0.0.1:1"));
  private final Map<String, StubForge> repositories = new LinkedHashMap<>();
  private final Map<String, String> former = new LinkedHashMap<>();
  private final ForgeSettings.Kind kind;

  public StubHost(ForgeSettings.Kind kind, String... names) {
    this.kind = kind;
    for (String name : names) {
      repositories.put(
          name,
          switch (kind) {
            case GITHUB, NONE -> new PullsStub(false, name);
            case GITEA -> new PullsStub(true, name);
            case GITLAB -> new MergeRequestsStub(name);
          });
    }
    server.reset(this::answer);
  }

  public StubServer server() {
    return server;
  }

  public ForgeSettings.Kind kind() {
    return kind;
  }

  public StubForge repository(String name) {
    return repositories.get(former.getOrDefault(name, name));
  }

  /** Gives a repository another name; to the old one it answers as forges do. */
  public void rename(String from, String to) {
    StubForge renamed = repositories.remove(from);
    renamed.repository = to;
    renamed.pulls.values().forEach(pull -> pull.headRepository = to);
    repositories.put(to, renamed);
    former.put(from, to);
  }

  private synchronized StubServer.Answer answer(String method, URI uri, String body) {
    for (Map.Entry<String, String> one : former.entrySet()) {
      String asked = String.valueOf(uri);
      String now = asked.replace(path(one.getKey()), path(one.getValue()));
      if (!now.equals(asked)) {
        // Reads are led on to the new name, writes are not.
        return method.equals("GET")
            ? answer(method, URI.create(now), body)
            : StubForge.status(301, "Moved Permanently");
      }
    }
    StubForge last = null;
    for (Map.Entry<String, StubForge> one : repositories.entrySet()) {
      String path = uri.getRawPath() + "/";
      String encoded = URLEncoder.encode(one.getKey(), StandardCharsets.UTF_8);
      if (path.contains("/repos/" + one.getKey() + "/")
          || path.contains("/projects/" + encoded + "/")) {
        return one.getValue().answer(method, uri, body);
      }
      last = one.getValue();
    }
    return last.answer(method, uri, body);
  }

  private String path(String name) {
    return kind == ForgeSettings.Kind.GITLAB
        ? "/projects/" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "/"
        : "/repos/" + name + "/";
  }

  @Override
  public void close() {
    server.close();
  }
}
