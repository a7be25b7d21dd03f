package dev.mayfly.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.mayfly.access.Certificates;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A registry on this machine, with TLS, whose manifests are answered as a test tells. */
public final class StubRegistry implements AutoCloseable {
  public static final String DIGEST = "sha256:" + "ab".repeat(32);
  static final String MANIFEST = "{\"schemaVersion\": 2}";

  /** What is done with one request. */
  @FunctionalInterface
  public interface Manners {
    void answer(HttpExchange exchange, String host) throws IOException, InterruptedException;
  }

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> seen = new CopyOnWriteArrayList<>();

  public StubRegistry(Certificates certificates, Manners manners) throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificates.server()));
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            seen.add(
                exchange.getRequestMethod()
                    + " "
                    + exchange.getRequestURI()
                    + " "
                    + exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            manners.answer(exchange, host());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  /** The registry as image names spell it. */
  public String host() {
    return "localhost:" + server.getAddress().getPort();
  }

  List<String> seen() {
    return seen;
  }

  public static Manners digest(String digest) {
    return (exchange, host) -> {
      exchange.getResponseHeaders().set("Docker-Content-Digest", digest);
      send(exchange, 200, MANIFEST);
    };
  }

  static Manners status(int status) {
    return (exchange, host) -> send(exchange, status, "{\"errors\": []}");
  }

  /** Asks for a token, as public registries do of everybody, and gives it to whom it likes. */
  static Manners withTokens(String expected) {
    return (exchange, host) -> {
      String own = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      if (exchange.getRequestURI().getPath().equals("/token")) {
        boolean welcome = own.equals(expected);
        send(exchange, welcome ? 200 : 401, welcome ? "{\"token\": \"let-me-in\"}" : "{}");
      } else if (own.equals("Bearer let-me-in")) {
        digest(DIGEST).answer(exchange, host);
      } else {
        String challenge = "Bearer realm=\"https://%s/token\",service=\"stub\",scope=\"%s\"";
        exchange
            .getResponseHeaders()
            .set("WWW-Authenticate", challenge.formatted(host, "repository:acme/orders:pull"));
        send(exchange, 401, "{\"errors\": []}");
      }
    };
  }

  static Manners redirect(String location) {
    return (exchange, host) -> {
      exchange.getResponseHeaders().set("Location", location.replace("HOST", host));
      send(exchange, 307, "");
    };
  }

  /** Asks for a token, and sends one that never ends. */
  static Manners endless() {
    return (exchange, host) -> {
      if (!exchange.getRequestURI().getPath().equals("/token")) {
        withTokens("").answer(exchange, host);
        return;
      }
      exchange.sendResponseHeaders(200, 0);
      try (OutputStream out = exchange.getResponseBody()) {
        while (true) {
          out.write(' ');
          out.flush();
          Thread.sleep(5);
        }
      } catch (IOException e) {
        // The client hung up, as it should.
      }
    };
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    boolean bodiless = exchange.getRequestMethod().equals("HEAD") || bytes.length == 0;
    exchange.sendResponseHeaders(status, bodiless ? -1 : bytes.length);
    if (!bodiless) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
