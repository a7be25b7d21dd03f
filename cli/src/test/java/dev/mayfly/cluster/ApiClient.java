package dev.mayfly.cluster;

import dev.mayfly.cluster.ApiConnection.Answer;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Speaks to an API server as Argo CD does: server-side apply, forced, with strict validation. */
final class ApiClient {
  private static final Budget BIG = new Budget(32 << 20, 200, 4_000_000, true);
  private static final String AS_ARGO_CD =
      "?fieldManager=argocd-controller&force=true&fieldValidation=Strict";

  private final ApiConnection connection;
  private final Discovery discovery;

  ApiClient(ApiConnection connection) {
    this.connection = connection;
    this.discovery = new Discovery(connection);
  }

  String kubeconfig() {
    return connection.kubeconfig();
  }

  /** Stores an object, or changes it, as its text says. */
  Answer apply(String yaml) {
    return connection.send("PATCH", path(yaml) + AS_ARGO_CD, yaml);
  }

  /** All that {@link #apply} does, admission included, but nothing is stored. */
  Answer tryToApply(String yaml) {
    return connection.send("PATCH", path(yaml) + AS_ARGO_CD + "&dryRun=All", yaml);
  }

  /** Which of these objects the server refuses, and how, by their keys; stores none. */
  Map<String, String> refusals(Map<String, String> objects) {
    Set<String> namespaces = new TreeSet<>();
    objects.values().forEach(text -> namespaces.add(namespace(read(text))));
    namespaces.forEach(this::ensureNamespace);
    Map<String, String> refused = new ConcurrentSkipListMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      objects.forEach((where, text) ->
          threads.execute(() -> {
            try {
              Answer answer = tryToApply(text);
              if (!answer.isAccepted()) {
                refused.put(where, answer.message());
              }
            } catch (RuntimeException e) {
              refused.put(where, e.toString());
            }
          }));
    }
    return refused;
  }

  static String namespace(Node object) {
    String namespace = object.textAt("metadata", "namespace");
    return namespace == null ? "default" : namespace;
  }

  /** An object as the server has it, with all that it added. */
  Answer get(String yaml) {
    return connection.send("GET", path(yaml), "");
  }

  Answer delete(String yaml) {
    return connection.send("DELETE", path(yaml), "");
  }

  /** Stores what the test needs before it can ask. */
  void store(String yaml) {
    Answer answer = apply(yaml);
    if (!answer.isAccepted()) {
      throw new IllegalStateException(answer.toString());
    }
  }

  /** Makes a Namespace be there; without controllers none ever goes. */
  void ensureNamespace(String name) {
    store("{apiVersion: v1, kind: Namespace, metadata: {name: " + name + "}}");
  }

  /** Where the server keeps an object. */
  String path(String yaml) {
    return discovery.path(read(yaml));
  }

  /** Whether the server serves the kind of an object now. */
  boolean serves(Node object) {
    return discovery.serves(object);
  }

  static Node read(String yaml) {
    return new YamlReader(BIG)
        .read("object", yaml.getBytes(StandardCharsets.UTF_8))
        .single(Fault.RENDERING);
  }
}
