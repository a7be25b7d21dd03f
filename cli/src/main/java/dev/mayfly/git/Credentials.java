package dev.mayfly.git;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * A token for exactly one host and port. It goes into one header of requests to that host and
 * nowhere else; {@link #close} overwrites it.
 */
public final class Credentials implements AutoCloseable {
  private final String host;
  private final int port;
  private final String user;
  private final char[] token;

  private Credentials(String host, int port, String user, char[] token) {
    this.host = host;
    this.port = port;
    this.user = user;
    this.token = token;
  }

  /**
   * Binds a copy of the token to the remote's host.
   *
   * @param user what the forge wants as user name, such as {@code x-access-token}
   */
  public static Credentials forHostOf(RemoteUrl remote, String user, char[] token) {
    if (token.length == 0 || !user.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException("a token needs a user name and must not be empty");
    }
    for (char c : token) {
      if (c <= ' ' || c > '~') {
        throw new IllegalArgumentException("a token holds only printable ASCII characters");
      }
    }
    return new Credentials(remote.host(), remote.port(), user, token.clone());
  }

  boolean isFor(String otherHost, int otherPort) {
    return host.equalsIgnoreCase(otherHost) && port == otherPort;
  }

  /** The value of an {@code Authorization} header. */
  String basic() {
    return "Basic " + Base64.getEncoder().encodeToString(bytes());
  }

  private byte[] bytes() {
    CharBuffer chars = CharBuffer.allocate(user.length() + 1 + token.length);
    chars.put(user).put(':').put(token).flip();
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(chars);
    byte[] bytes = Arrays.copyOf(encoded.array(), encoded.limit());
    Arrays.fill(chars.array(), '\0');
    Arrays.fill(encoded.array(), (byte) 0);
    return bytes;
  }

  /** The text without the token, should a server have sent it back. */
  String redact(String text) {
    return text.replace(new String(token), "***").replace(basic().substring(6), "***");
  }

  @Override
  public void close() {
    Arrays.fill(token, '\0');
  }

  @Override
  public String toString() {
    return "a token for " + host + ":" + port;
  }
}
