package dev.mayfly.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Serves what a release publishes, by its addresses, from a local port. */
final class ReleaseServer implements AutoCloseable {
  static final String REPOSITORY = "acme/mayfly";

  final Map<String, byte[]> files = new ConcurrentHashMap<>();
  final List<String> asked = new CopyOnWriteArrayList<>();

  /** Ends every answer in its middle. */
  volatile boolean cutting;

  private final HttpServer server;

  ReleaseServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String host() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The web address of the repository. */
  String url() {
    return host() + "/" + REPOSITORY;
  }

  /** An archive of this machine's kind whose program is a script, with its checksum. */
  void publish(Path temp, String version, String script) {
    Path program = temp.resolve("made/" + name(version) + "/bin/mayfly");
    try {
      Files.createDirectories(program.getParent());
      Files.writeString(program, script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!program.toFile().setExecutable(true)) {
      throw new IllegalStateException("cannot make a program executable");
    }
    publish(temp.resolve("made"), version);
  }

  /** Packs the folder of that name, as a release has it. */
  void publish(Path made, String version) {
    try {
      Path archive = made.resolve("archive.tar.gz");
      Process tar =
          // Packed as fast as it goes: what is tried is how it is fetched.
          new ProcessBuilder(
                  "sh", "-c", "tar -cf - \"$0\" | gzip -1 > \"$1\"", name(version), archive + "")
              .directory(made.toFile())
              .inheritIO()
              .start();
      if (tar.waitFor() != 0) {
        throw new IllegalStateException("tar fails");
      }
      byte[] bytes = Files.readAllBytes(archive);
      String at = "v" + version + "/" + name(version) + ".tar.gz";
      String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      files.put(at, bytes);
      text(at + ".sha256", sum + "  " + name(version) + ".tar.gz\n");
      files.put(
          "v" + version + "/install.sh", Files.readAllBytes(Path.of("cli/packaging/install.sh")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void text(String file, String content) {
    files.put(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /** As archives are called on this machine. */
  static String name(String version) {
    String os = System.getProperty("os.name").startsWith("Mac") ? "macos" : "linux";
    String arch = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
    return "mayfly-" + version + "-" + os + "-" + arch;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(exchange.getRequestURI().toString());
    byte[] found = files.get(path.replaceFirst("/" + REPOSITORY + "/releases/download/", ""));
    try (exchange) {
      if (found == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      exchange.sendResponseHeaders(200, found.length);
      exchange.getResponseBody().write(found, 0, cutting ? found.length / 2 : found.length);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
