package dev.mayfly.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Smart HTTP as a forge serves it: {@code git http-backend} behind the JDK's own server. */
public final class GitServer implements AutoCloseable {
  /** What happens to one request instead of, or after, its being served. */
  public enum Fault {
    /** The connection ends before anything was done. */
    CUT_BEFORE,
    /** The request is carried out and the answer never arrives. */
    CUT_AFTER
  }

  /** By way of {@code git} it would be two programs. */
  private static final class Backend {
    static final String PROGRAM =
        GitCommand.in(Path.of(".")).run("--exec-path") + "/git-http-backend";
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Path root;
  public final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
  final ConcurrentLinkedQueue<String> authorizations = new ConcurrentLinkedQueue<>();
  public volatile String token = "";
  volatile boolean versionTwo = true;
  public volatile Function<String, Optional<Fault>> faults = request -> Optional.empty();
  public volatile Function<String, Integer> statuses = request -> 0;
  volatile String redirectTo = "";
  public volatile Runnable beforePush = () -> {};

  private GitServer(Path root) throws IOException {
    this.root = root;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** What the clients sent to prove who they are. */
  public List<String> authorizations() {
    return List.copyOf(authorizations);
  }

  /** Serves every repository below this folder. */
  public static GitServer serving(Path root) {
    try {
      return new GitServer(root);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public RemoteUrl url(String repository) {
    return RemoteUrl.parse(address() + "/" + repository);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      requests.add(request);
      String given = exchange.getRequestHeaders().getFirst("Authorization");
      authorizations.add(given == null ? "" : given);
      byte[] body = exchange.getRequestBody().readAllBytes();
      int status = statuses.apply(request);
      if (!redirectTo.isEmpty()) {
        exchange.getResponseHeaders().add("Location", redirectTo + exchange.getRequestURI());
        status = 302;
      } else if (status == 0 && !token.isEmpty() && !token.equals(given)) {
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
        status = 401;
      }
      if (status != 0) {
        byte[] echo = ("said: " + given + "\u001b[2J").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, echo.length);
        exchange.getResponseBody().write(echo);
        return;
      }
      serve(exchange, body, faults.apply(request));
    }
  }

  private void serve(HttpExchange exchange, byte[] body, Optional<Fault> fault) throws IOException {
    if (fault.equals(Optional.of(Fault.CUT_BEFORE))) {
      return;
    }
    if (exchange.getRequestURI().getPath().endsWith("/git-receive-pack")) {
      beforePush.run();
    }
    byte[] answer = backend(exchange, body);
    if (fault.equals(Optional.of(Fault.CUT_AFTER))) {
      return;
    }
    int end = headerEnd(answer);
    int status = 200;
    for (String line : new String(answer, 0, end, StandardCharsets.UTF_8).split("\r\n")) {
      String[] header = line.split(": ", 2);
      if (header[0].equals("Status")) {
        status = Integer.parseInt(header[1].substring(0, 3));
      } else if (header.length == 2) {
        exchange.getResponseHeaders().add(header[0], header[1]);
      }
    }
    byte[] content = Arrays.copyOfRange(answer, end + 4, answer.length);
    exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
    exchange.getResponseBody().write(content);
  }

  private static int headerEnd(byte[] answer) {
    return new String(answer, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
  }

  private byte[] backend(HttpExchange exchange, byte[] body) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(Backend.PROGRAM);
    Map<String, String> environment = builder.environment();
    environment.putAll(
        Map.of(
            "GIT_CONFIG_GLOBAL",
            "/dev/null",
            "GIT_CONFIG_NOSYSTEM",
            "1",
            "GIT_PROJECT_ROOT",
            root.toString(),
            "GIT_HTTP_EXPORT_ALL",
            "1",
            "PATH_INFO",
            exchange.getRequestURI().getPath(),
            "REQUEST_METHOD",
            exchange.getRequestMethod(),
            "REMOTE_ADDR",
            "127.0.0.1",
            "CONTENT_LENGTH",
            Integer.toString(body.length)));
    header(exchange, "Content-Type", "CONTENT_TYPE", environment);
    header(exchange, "Content-Encoding", "HTTP_CONTENT_ENCODING", environment);
    if (versionTwo) {
      header(exchange, "Git-Protocol", "GIT_PROTOCOL", environment);
    }
    String query = exchange.getRequestURI().getQuery();
    environment.put("QUERY_STRING", query == null ? "" : query);
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    Thread.ofVirtual()
        .start(() -> {
          try (var out = process.getOutputStream()) {
            out.write(body);
          } catch (IOException e) {
            // The backend need not read what it refuses.
            return;
          }
        });
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (InputStream in = process.getInputStream()) {
      in.transferTo(answer);
    }
    return answer.toByteArray();
  }

  private static void header(
      HttpExchange exchange, String name, String variable, Map<String, String> environment) {
    List<String> values = exchange.getRequestHeaders().getOrDefault(name, List.of());
    if (!values.isEmpty()) {
      environment.put(variable, values.getFirst());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
