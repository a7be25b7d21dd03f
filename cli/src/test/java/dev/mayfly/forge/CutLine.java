package dev.mayfly.forge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The way to a server, which a test cuts in the middle of a run and mends afterwards. */
public final class CutLine implements AutoCloseable {
  private final ServerSocket front;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

  public CutLine(URI server) {
    try {
      this.port = server.getPort();
      this.front = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + front.getLocalPort());
  }

  /** After so many pieces of requests nothing goes through any more. */
  public void cutAfter(int pieces) {
    left.set(pieces);
  }

  public boolean isCut() {
    return left.get() <= 0;
  }

  public void mend() {
    left.set(Integer.MAX_VALUE);
  }

  private void accept() {
    while (!front.isClosed()) {
      try {
        Socket client = front.accept();
        if (isCut()) {
          client.close();
          continue;
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(client);
        open.add(server);
        Thread.ofVirtual().start(() -> pass(client, server, true));
        Thread.ofVirtual().start(() -> pass(server, client, false));
      } catch (IOException e) {
        // Closed, or one connection that did not come about.
      }
    }
  }

  private void pass(Socket from, Socket to, boolean counted) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] piece = new byte[1 << 16];
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        if (counted && left.decrementAndGet() <= 0) {
          open.forEach(CutLine::end);
          return;
        }
        out.write(piece, 0, read);
        out.flush();
      }
    } catch (IOException e) {
      // The other end is gone.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It was closed already.
    }
  }

  @Override
  public void close() {
    open.forEach(CutLine::end);
    try {
      front.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
