package dev.mayfly.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The weekly look at the addresses that the documentation links to, at a server of its own. */
class LinksTest {
  private static final Map<String, Integer> ANSWERS =
      Map.of("/there", 200, "/gone", 404, "/for-people", 403, "/busy", 429, "/broken", 500);
  @TempDir Path folder;
  private HttpServer server;
  private String home = "";

  @BeforeEach
  void serve() throws Exception {
    assumeTrue(runs("--list") == 0, "python3 is not on PATH");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    home = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          if (path.equals("/moved")) {
            exchange.getResponseHeaders().add("Location", home + "/there");
            exchange.sendResponseHeaders(301, -1);
          } else {
            exchange.sendResponseHeaders(ANSWERS.getOrDefault(path, 404), -1);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void saysWhichAddressOfWhichPageDoesNotAnswer() throws Exception {
    page("README.md", "/there", "/moved", "/for-people", "/busy", "/gone#place");
    page("docs/how-to/deep.md", "/broken", "/gone");
    Files.writeString(
        folder.resolve("docs/faq.md"),
        "[a](https://preview.example.dev/x) [b](http://127.0.0.1:1/closed) [c](other.md)");
    String said = said(1, "--once", folder.toString());
    assertThat(said.lines().toList())
        .hasSize(4)
        .anyMatch(line -> line.equals("README.md: " + home + "/gone: 404"))
        .anyMatch(line -> line.equals("docs/how-to/deep.md: " + home + "/broken: 500"))
        .anyMatch(line -> line.startsWith("docs/faq.md: http://127.0.0.1:1/closed: "))
        .anyMatch(line -> line.equals("7 addresses, 3 broken"));
  }

  @Test
  void isContentWhereAllAnswer() throws Exception {
    page("README.md", "/there", "/moved", "/for-people", "/busy");
    assertThat(said(0, "--once", folder.toString())).isEqualTo("4 addresses, 0 broken\n");
  }

  private void page(String name, String... paths) throws IOException {
    Path page = folder.resolve(name);
    Files.createDirectories(page.getParent());
    StringBuilder text = new StringBuilder("# Page\n");
    for (String path : paths) {
      text.append("See [there](").append(home).append(path).append(").\n");
    }
    Files.writeString(page, text);
  }

  private int runs(String... args) throws Exception {
    try {
      Process process = started(args);
      process.getInputStream().readAllBytes();
      return process.waitFor();
    } catch (IOException missing) {
      return -1;
    }
  }

  private String said(int code, String... args) throws Exception {
    Process process = started(args);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(code);
    return said;
  }

  private static Process started(String... args) throws IOException {
    var command = new ArrayList<>(List.of("python3", "cli/packaging/links.py"));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
    return builder.start();
  }
}
