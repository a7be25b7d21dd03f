package dev.mayfly.cluster;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Speaks to an API server as Argo CD does: server-side apply, forced, with strict validation. */
final class ApiClient {
  private static final Budget BIG = new Budget(32 << 20, 200, 4_000_000, true);
  private static final String AS_ARGO_CD =
      "?fieldManager=argocd-controller&force=true&fieldValidation=Strict";

  private final URI server;
  private final String token;
  private final Path certificates;
  private final Map<String, Node> discovered = new ConcurrentHashMap<>();
  private volatile HttpClient http = HttpClient.newHttpClient();

  ApiClient(URI server, String token, Path certificates) {
    this.server = server;
    this.token = token;
    this.certificates = certificates;
  }

  /** What the server answered: the status and, where it refuses, its sentence. */
  record Answer(int status, String message) {
    boolean isAccepted() {
      return status / 100 == 2;
    }
  }

  /** Stores an object, or changes it, as its text says. */
  Answer apply(String yaml) {
    return send("PATCH", path(yaml) + AS_ARGO_CD, yaml);
  }

  /** All that {@link #apply} does, admission included, but nothing is stored. */
  Answer tryToApply(String yaml) {
    return send("PATCH", path(yaml) + AS_ARGO_CD + "&dryRun=All", yaml);
  }

  /** Which of these objects the server refuses, and how, by their keys; stores none. */
  Map<String, String> refusals(Map<String, String> objects) {
    Set<String> namespaces = new TreeSet<>();
    objects.values().forEach(text -> namespaces.add(namespace(read(text))));
    namespaces.forEach(this::ensureNamespace);
    Map<String, String> refused = new ConcurrentSkipListMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      objects.forEach(
          (where, text) ->
              threads.execute(
                  () -> {
                    Answer answer = tryToApply(text);
                    if (!answer.isAccepted()) {
                      refused.put(where, answer.message());
                    }
                  }));
    }
    return refused;
  }

  static String namespace(Node object) {
    String namespace = object.textAt("metadata", "namespace");
    return namespace == null ? "default" : namespace;
  }

  Answer delete(String yaml) {
    return send("DELETE", path(yaml), "");
  }

  Answer get(String path) {
    return send("GET", path, "");
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
    Node object = read(yaml);
    String home = home(object);
    Node resource = resource(home, String.valueOf(object.textAt("kind")));
    return home
        + ("true".equals(resource.textAt("namespaced")) ? "/namespaces/" + namespace(object) : "")
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
      pause();
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
    Answer answer = get(home);
    String text = answer.isAccepted() ? answer.message() : "{\"resources\": []}";
    return json(home, text);
  }

  private static Node json(String name, String text) {
    return new JsonReader(BIG)
        .read(name, text.getBytes(StandardCharsets.UTF_8))
        .single(Fault.RENDERING);
  }

  static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static Node read(String yaml) {
    return new YamlReader(BIG)
        .read("object", yaml.getBytes(StandardCharsets.UTF_8))
        .single(Fault.RENDERING);
  }

  private Answer send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Authorization", "Bearer " + token)
            .header(
                "Content-Type",
                body.isEmpty() ? "application/json" : "application/apply-patch+yaml")
            .timeout(Duration.ofSeconds(60))
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      boolean sentence = response.statusCode() / 100 != 2 && response.body().startsWith("{");
      return new Answer(
          response.statusCode(),
          sentence
              ? String.valueOf(json("status", response.body()).textAt("message"))
              : response.body());
    } catch (IOException e) {
      return new Answer(0, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for the server; it makes its certificate itself, and no other is trusted. */
  boolean isReadyWithin(long seconds, Process process) {
    Path certificate = certificates.resolve("apiserver.crt");
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        if (Files.exists(certificate)) {
          http = HttpClient.newBuilder().sslContext(trusting(certificate)).build();
          if (get("/readyz").isAccepted()) {
            return true;
          }
        }
        pause();
      } catch (IOException | GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
    return false;
  }

  private static SSLContext trusting(Path chain) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = Files.newInputStream(chain)) {
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("c" + store.size(), one);
      }
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
