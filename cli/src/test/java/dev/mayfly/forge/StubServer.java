package dev.mayfly.forge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A local HTTP server that answers by a stub and breaks one answer, or all from one on. */
public final class StubServer implements AutoCloseable {
  /** How an answer goes wrong. */
  public enum Fault {
    TOO_MANY,
    TOO_MANY_BY_DATE,
    BAD_GATEWAY,
    BAD_GATEWAY_AFTER_EFFECT,
    CUT,
    CUT_AFTER_EFFECT,
    CUT_IN_BODY,
    NOT_FOUND,
    UNAUTHORIZED,
    HTML,
    TRUNCATED,
    EMPTY,
    TOO_LARGE,
    LINK_LOOP,
    LINK_ELSEWHERE,
    REDIRECT_ELSEWHERE,
    REDIRECT_LOOP
  }

  /** What a stub answers; {@code next} is the path of the next page. */
  public record Answer(int status, String json, @Nullable String next) {}

  public interface Stub {
    Answer answer(String method, URI uri, String body);
  }

  private final HttpServer server;
  private final URI elsewhere;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Stub stub = (method, uri, body) -> new Answer(404, "{}", null);
  private volatile @Nullable Fault fault;
  private volatile int faultAt;
  private volatile boolean persistent;

  StubServer(URI elsewhere) throws IOException {
    this.elsewhere = elsewhere;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory()));
    server.createContext("/", this::handle);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public void reset(Stub newStub) {
    stub = newStub;
    fault = null;
    requests.clear();
  }

  public void breakAt(int index, Fault newFault, boolean forEver) {
    requests.clear();
    faultAt = index;
    persistent = forEver;
    fault = newFault;
  }

  /** What lies below a path is there for one token only, as private repositories are. */
  public void guard(String path, String token) {
    tokens.put(path, "Bearer " + token);
  }

  public void heal() {
    fault = null;
    requests.clear();
  }

  public List<String> requests() {
    return List.copyOf(requests);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      int index = requests.size();
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      if (isForbidden(exchange)) {
        send(exchange, new Answer(404, "{\"message\": \"Not Found\"}", null));
        return;
      }
      Fault now = fault;
      if (now == null || (persistent ? index < faultAt : index != faultAt)) {
        send(exchange, stub.answer(exchange.getRequestMethod(), exchange.getRequestURI(), body));
      } else {
        spoil(exchange, now, body);
      }
    }
  }

  private boolean isForbidden(HttpExchange exchange) {
    String own = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    String path = exchange.getRequestURI().getRawPath();
    return tokens.entrySet().stream()
        .anyMatch(guard -> path.contains(guard.getKey()) && !own.equals(guard.getValue()));
  }

  private void spoil(HttpExchange exchange, Fault now, String body) throws IOException {
    String method = exchange.getRequestMethod();
    URI uri = exchange.getRequestURI();
    String auth = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    switch (now) {
      case TOO_MANY -> {
        exchange.getResponseHeaders().set("Retry-After", "7");
        send(exchange, new Answer(429, "{\"message\": \"slow down\"}", null));
      }
      case TOO_MANY_BY_DATE -> {
        exchange.getResponseHeaders().set("Retry-After", "Sun, 22 Nov 2026 00:00:09 GMT");
        send(exchange, new Answer(403, "{\"message\": \"slow down\"}", null));
      }
      case BAD_GATEWAY -> send(exchange, new Answer(502, "<html>", null));
      case BAD_GATEWAY_AFTER_EFFECT -> {
        stub.answer(method, uri, body);
        send(exchange, new Answer(502, "{\"message\": \"" + auth + "\"}", null));
      }
      case CUT -> {}
      case CUT_AFTER_EFFECT -> stub.answer(method, uri, body);
      case CUT_IN_BODY -> {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write("{\"number\": 7".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
      }
      case NOT_FOUND -> send(exchange, new Answer(404, "{\"message\": \"Not Found\"}", null));
      case UNAUTHORIZED ->
          send(exchange, new Answer(401, "{\"message\": \"bad \\u001b[2J " + auth + "\"}", null));
      case HTML -> send(exchange, new Answer(200, "<html>maintenance</html>", null));
      case TRUNCATED -> send(exchange, new Answer(200, "[{\"number\": 7, \"ti", null));
      case EMPTY -> send(exchange, new Answer(200, "", null));
      case TOO_LARGE -> flood(exchange);
      case LINK_LOOP -> {
        Answer answer = stub.answer(method, uri, body);
        send(exchange, new Answer(answer.status(), answer.json(), uri.toString()));
      }
      case LINK_ELSEWHERE -> {
        Answer answer = stub.answer(method, uri, body);
        send(exchange, new Answer(answer.status(), answer.json(), elsewhere + "/page2"));
      }
      case REDIRECT_ELSEWHERE -> redirect(exchange, elsewhere + "/steal");
      case REDIRECT_LOOP -> redirect(exchange, uri.toString());
    }
  }

  private static void redirect(HttpExchange exchange, String location) throws IOException {
    exchange.getResponseHeaders().set("Location", location);
    exchange.sendResponseHeaders(307, -1);
  }

  private static void flood(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] block = "[1,1,1,1,1,1,1,1".repeat(4096).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int sent = 0; sent < 10 << 20; sent += block.length) {
        out.write(block);
      }
    } catch (IOException e) {
      // The client hung up, as it should.
    }
  }

  private void send(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.next() != null) {
      String next = answer.next().startsWith("/") ? url() + answer.next() : answer.next();
      exchange
          .getResponseHeaders()
          .set("Link", "<%s>; rel=\"next\", <%s>; rel=\"last\"".formatted(next, next));
    }
    byte[] bytes = answer.json().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    if (server.getExecutor() instanceof java.util.concurrent.ExecutorService executor) {
      executor.shutdownNow();
    }
  }

  public static StubServer started(URI elsewhere) {
    try {
      return new StubServer(elsewhere);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
