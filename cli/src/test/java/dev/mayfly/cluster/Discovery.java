package dev.mayfly.cluster;

import dev.mayfly.cluster.ApiConnection.Answer;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where an API server keeps objects of each kind. */
final class Discovery {
  private final ApiConnection connection;
  private final Map<String, Node> discovered = new ConcurrentHashMap<>();

  Discovery(ApiConnection connection) {
    this.connection = connection;
  }

  /** Where the server keeps an object. */
  String path(Node object) {
    String home = home(object);
    Node resource = resource(home, String.valueOf(object.textAt("kind")));
    return home
        + ("true".equals(resource.textAt("namespaced"))
            ? "/namespaces/" + ApiClient.namespace(object)
            : "")
        + "/"
        + resource.textAt("name")
        + "/"
        + object.textAt("metadata", "name");
  }

  private static String home(Node object) {
    String apiVersion = String.valueOf(object.textAt("apiVersion"));
    return (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion;
  }

  /** A kind's resource; what was defined a moment ago is waited for. */
  private Node resource(String home, String kind) {
    for (int i = 0; i < 600; i++) {
      Optional<Node> resource = served(home, kind);
      if (resource.isPresent()) {
        return resource.get();
      }
      ApiConnection.pause(50);
    }
    throw new IllegalStateException("the server knows no " + kind + " in " + home);
  }

  /** Whether the server serves the kind of an object now. */
  boolean serves(Node object) {
    return served(home(object), String.valueOf(object.textAt("kind"))).isPresent();
  }

  private Optional<Node> served(String home, String kind) {
    Node known = discovered.computeIfAbsent(home, this::discover);
    for (Node resource : ((ListNode) known.at("resources")).items()) {
      if (kind.equals(resource.textAt("kind"))
          && !String.valueOf(resource.textAt("name")).contains("/")) {
        return Optional.of(resource);
      }
    }
    discovered.remove(home);
    return Optional.empty();
  }

  private Node discover(String home) {
    Answer answer = connection.send("GET", home, "");
    String text = answer.isAccepted() ? answer.message() : "{\"resources\": []}";
    return ApiConnection.json(home, text);
  }
}
