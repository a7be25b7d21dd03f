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
    return repositories.get(name);
  }

  private synchronized StubServer.Answer answer(String method, URI uri, String body) {
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

  @Override
  public void close() {
    server.close();
  }
}
