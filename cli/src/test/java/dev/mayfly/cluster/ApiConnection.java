package dev.mayfly.cluster;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.Node;
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
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Requests to one API server, by a token; its certificate is trusted and no other. */
final class ApiConnection {
  private static final Budget BIG = new Budget(32 << 20, 200, 4_000_000, true);

  private final URI server;
  private final String token;
  private final Path certificates;
  private volatile HttpClient http = HttpClient.newHttpClient();

  /**
   * @param certificates the folder that the server writes its certificate to
   */
  ApiConnection(URI server, String token, Path certificates) {
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

  Answer send(String method, String path, String body) {
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

  /** What {@code kubectl} needs to reach the server. */
  String kubeconfig() {
    return """
    {apiVersion: v1, kind: Config, current-context: test,
     clusters: [{name: test, cluster: {server: "%s", certificate-authority: "%s"}}],
     users: [{name: test, user: {token: "%s"}}],
     contexts: [{name: test, context: {cluster: test, user: test}}]}
    """
        .formatted(server, certificates.resolve("apiserver.crt"), token);
  }

  /** Waits for the server; it makes its certificate itself, and no other is trusted. */
  boolean isReadyWithin(long seconds, Process process) {
    Path certificate = certificates.resolve("apiserver.crt");
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    boolean isTrusted = false;
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        if (!isTrusted && Files.exists(certificate)) {
          http = HttpClient.newBuilder().sslContext(trusting(certificate)).build();
          isTrusted = true;
        }
        if (isTrusted && send("GET", "/readyz", "").isAccepted()) {
          return true;
        }
        pause(50);
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

  static Node json(String name, String text) {
    return new JsonReader(BIG)
        .read(name, text.getBytes(StandardCharsets.UTF_8))
        .single(Fault.RENDERING);
  }

  static void pause(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
