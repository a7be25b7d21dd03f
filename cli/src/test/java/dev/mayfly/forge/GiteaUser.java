package dev.mayfly.forge;

import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.Tree;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A person, or a bot, at a real Gitea: what they do there by its API. */
public record GiteaUser(URI server, String name) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** What the server said to one request. */
  public record Answer(int status, String body) {
    private Node node() {
      return new JsonReader(Budget.EVENT)
          .read("answer", body.getBytes(StandardCharsets.UTF_8))
          .documents()
          .getFirst();
    }

    public MapNode object() {
      return (MapNode) node();
    }

    public List<MapNode> objects() {
      return ((ListNode) node()).items().stream().map(MapNode.class::cast).toList();
    }
  }

  public Answer send(String method, String path, Map<String, ?> body) {
    String login = name + ":" + GiteaServer.PASSWORD;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + "/api/v1" + path))
            .header("Content-Type", "application/json")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(JsonWriter.write(tree(body))));
    try {
      HttpResponse<String> answer =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body());
    } catch (IOException e) {
      return new Answer(0, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Tree tree(Object value) {
    return switch (value) {
      case Boolean flag -> new Tree.Bool(flag);
      case Integer number -> new Tree.Number(number);
      case List<?> list -> {
        List<Tree> items = new ArrayList<>();
        list.forEach(item -> items.add(tree(item)));
        yield new Tree.Sequence(items);
      }
      case Map<?, ?> map -> {
        Map<String, Tree> fields = new LinkedHashMap<>();
        map.forEach((key, item) -> fields.put(String.valueOf(key), tree(item)));
        yield new Tree.Mapping(fields);
      }
      default -> new Tree.Text(value.toString());
    };
  }

  boolean answers() {
    return get("/version").status() == 200;
  }

  public Answer get(String path) {
    return send("GET", path, Map.of());
  }

  /** Sends what has to succeed. */
  public Answer does(String method, String path, Map<String, ?> body) {
    Answer answer = send(method, path, body);
    if (answer.status() / 100 != 2) {
      throw new IllegalStateException(
          method + " " + path + " as " + name + ": " + answer.status() + " " + answer.body());
    }
    return answer;
  }

  public Answer made(String path, Map<String, ?> body) {
    return does("POST", path, body);
  }

  /** A new token of this user. */
  public String token(List<String> scopes) {
    String title = "t" + System.nanoTime();
    return String.valueOf(
        made("/users/" + name + "/tokens", Map.of("name", title, "scopes", scopes))
            .object()
            .textAt("sha1"));
  }

  /** How Git reaches a repository as this user. */
  public String remote(String repository) {
    return "http://%s:%s@%s/%s.git"
        .formatted(name, GiteaServer.PASSWORD, server.getAuthority(), repository);
  }
}
