package dev.mayfly.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that says byte for byte what a test wants, as no HTTP library would. */
final class RawServer implements AutoCloseable {
  /** What is written on one connection, which ends afterwards. */
  @FunctionalInterface
  interface Manners {
    void answer(String request, OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket socket;
  private final Manners manners;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  RawServer(Manners manners) {
    this.manners = manners;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** One that answers like this each time. */
  static RawServer saying(String... lines) {
    return new RawServer((request, out) -> say(out, lines));
  }

  static void say(OutputStream out, String... lines) throws IOException {
    out.write(String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  String url(String path) {
    return "http://127.0.0.1:" + socket.getLocalPort() + path;
  }

  URI url() {
    return URI.create(url(""));
  }

  /** The heads of all requests, in lower case. */
  List<String> requests() {
    return requests;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        // Closed by the test.
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      String request = head(client.getInputStream());
      requests.add(request);
      manners.answer(request, client.getOutputStream());
      client.shutdownOutput();
      client.getInputStream().readAllBytes();
    } catch (IOException e) {
      // The client has heard enough.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    return head.toString().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
