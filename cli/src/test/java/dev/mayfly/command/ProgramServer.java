package dev.mayfly.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * This program within this JVM, for a script that starts it as it would start any other: most of
 * what a run in a process of its own takes is the start.
 */
final class ProgramServer implements AutoCloseable {
  /**
   * What a launcher does where {@code PROGRAM_AT} is set: it posts the folder, the arguments and
   * the environment, and is answered with a folder of what there is to print.
   */
  static final String CLIENT =
      """
      if [ -n "${PROGRAM_AT:-}" ]; then
        answer=$({ printf '%s\\0' "$PWD" "$#" "$@"; env -0; } | curl -sS --data-binary @- "$PROGRAM_AT")
        cat "$answer/out"
        cat "$answer/err" >&2
        exit "$(cat "$answer/code")"
      fi
      """;

  private final Path folder;
  private final HttpServer server;

  ProgramServer(Path folder) {
    this.folder = folder;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::run);
    server.start();
  }

  Map<String, String> variables() {
    return Map.of("PROGRAM_AT", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void run(HttpExchange exchange) throws IOException {
    List<String> parts =
        List.of(new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("\0"));
    int environment = 2 + Integer.parseInt(parts.get(1));
    Map<String, String> env = new HashMap<>();
    for (String variable : parts.subList(environment, parts.size())) {
      String[] pair = variable.split("=", 2);
      env.put(pair[0], pair[1]);
    }
    CommandLineRun ran =
        CommandLineRun.at(
            Clock.systemUTC(),
            Thread::sleep,
            env,
            Path.of(parts.getFirst()),
            parts.subList(2, environment));
    Path answer = Files.createTempDirectory(folder, "answer");
    Files.writeString(answer.resolve("out"), ran.out());
    Files.writeString(answer.resolve("err"), ran.err());
    Files.writeString(answer.resolve("code"), Integer.toString(ran.code()));
    try (exchange) {
      byte[] bytes = answer.toString().getBytes(UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
