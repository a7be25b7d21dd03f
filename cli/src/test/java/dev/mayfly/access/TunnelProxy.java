package dev.mayfly.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** An HTTP proxy that leads every host it knows to one server, and writes down what was wanted. */
final class TunnelProxy implements AutoCloseable {
  private final ServerSocket socket;
  private final InetSocketAddress server;
  private final Predicate<String> known;
  private final List<String> wanted = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  TunnelProxy(InetSocketAddress server, Predicate<String> known) throws IOException {
    this.server = server;
    this.known = known;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.submit(this::accept);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
  }

  List<String> wanted() {
    return wanted;
  }

  private Void accept() throws IOException {
    while (true) {
      Socket client = socket.accept();
      threads.submit(() -> serve(client));
    }
  }

  private Void serve(Socket client) throws IOException {
    try (client) {
      client.setTcpNoDelay(true);
      var reader =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), 1);
      String host = reader.readLine().split("[ :]")[1];
      while (!reader.readLine().isEmpty()) {
        // The rest of the request says nothing new.
      }
      wanted.add(host);
      OutputStream out = client.getOutputStream();
      if (!known.test(host)) {
        out.write(
            "HTTP/1.1 502 Unknown Host\r\nContent-Length: 0\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        return null;
      }
      out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      try (Socket target = new Socket(server.getAddress(), server.getPort())) {
        target.setTcpNoDelay(true);
        threads.submit(() -> target.getInputStream().transferTo(out));
        client.getInputStream().transferTo(target.getOutputStream());
      }
      return null;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
