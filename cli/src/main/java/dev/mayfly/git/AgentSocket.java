package dev.mayfly.git;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.eclipse.jgit.transport.sshd.agent.Connector;
import org.eclipse.jgit.transport.sshd.agent.ConnectorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to the one SSH agent the caller named, over its Unix socket and without native code.
 *
 * @param timeout how long the agent, or who has to confirm, may take for one answer
 */
record AgentSocket(Path socket, Duration timeout) implements ConnectorFactory {
  private static final int LARGEST_REPLY = 1 << 20;

  @Override
  public Connector create(@Nullable String identityAgent, @Nullable File homeDirectory) {
    return new Conversation();
  }

  @Override
  public boolean isSupported() {
    return true;
  }

  @Override
  public String getName() {
    return "agent";
  }

  @Override
  public Collection<ConnectorDescriptor> getSupportedConnectors() {
    return List.of(getDefaultConnector());
  }

  @Override
  public ConnectorDescriptor getDefaultConnector() {
    return new ConnectorDescriptor() {
      @Override
      public String getIdentityAgent() {
        return socket.toString();
      }

      @Override
      public String getDisplayName() {
        return "agent";
      }
    };
  }

  private final class Conversation implements Connector {
    private @Nullable SocketChannel channel;

    @Override
    public boolean connect() throws IOException {
      if (channel == null) {
        channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
      }
      return true;
    }

    /** The message arrives with five bytes left free for its length and its type. */
    @Override
    public byte[] rpc(byte command, byte[] message) throws IOException {
      SocketChannel open = channel;
      if (open == null) {
        throw new IOException("the SSH agent is not connected");
      }
      // A Unix socket's channel has no time-out of its own.
      Thread watch = Thread.ofVirtual().start(() -> closeLater(open));
      try {
        return ask(open, command, message);
      } catch (AsynchronousCloseException e) {
        throw new IOException(
            "the SSH agent did not answer within " + timeout.toSeconds() + " s", e);
      } finally {
        watch.interrupt();
      }
    }

    private void closeLater(SocketChannel open) {
      try {
        Thread.sleep(timeout);
        open.close();
      } catch (InterruptedException | IOException e) {
        // Answered in time, or closed by somebody else.
      }
    }

    private static byte[] ask(SocketChannel open, byte command, byte[] message) throws IOException {
      ByteBuffer request = ByteBuffer.wrap(message);
      request.putInt(0, message.length - Integer.BYTES).put(Integer.BYTES, command);
      while (request.hasRemaining()) {
        open.write(request);
      }
      int length = fill(open, Integer.BYTES).getInt();
      if (length < 1 || length > LARGEST_REPLY) {
        throw new IOException("the SSH agent's reply has no sensible length");
      }
      return fill(open, length).array();
    }

    private static ByteBuffer fill(SocketChannel open, int length) throws IOException {
      ByteBuffer buffer = ByteBuffer.allocate(length);
      while (buffer.hasRemaining()) {
        if (open.read(buffer) < 0) {
          throw new EOFException("the SSH agent hung up");
        }
      }
      return buffer.flip();
    }

    @Override
    public void close() throws IOException {
      if (channel != null) {
        channel.close();
        channel = null;
      }
    }
  }
}
