package dev.mayfly.git;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * What a server can, which it says before it is asked for anything. JGit wants to hear it at the
 * beginning of each conversation; of protocol version 2 it is the same each time, so the first
 * answer of a run is kept. Any older server says its refs there, which may have changed.
 *
 * @see <a href="https://git-scm.com/docs/protocol-v2#_initial_client_request">Protocol v2</a>
 */
final class CapabilityAdvertisement {
  private static final int LARGEST = 16 * 1024;

  /** Some servers say first what they were asked for, as older versions have it. */
  private static final Pattern VERSION_2 =
      Pattern.compile("(001e# service=git-upload-pack\n0000)?000eversion 2\n");

  private byte @Nullable [] kept;

  /** Whether this request asks for it; that of a push lists refs in every version. */
  static boolean isAskedBy(URL url) {
    return url.getPath().endsWith("/info/refs") && "service=git-upload-pack".equals(url.getQuery());
  }

  /** Keeps the answer to this request where it is one; what can be read is the same in any case. */
  InputStream keep(URL url, InputStream answer, @Nullable String encoding) throws IOException {
    if (!isAskedBy(url)) {
      return answer;
    }
    byte[] start = answer.readNBytes(LARGEST);
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (encoding == null && start.length < LARGEST && VERSION_2.matcher(text).lookingAt()) {
      kept = start;
    }
    return new SequenceInputStream(new ByteArrayInputStream(start), answer);
  }

  /** A connection that answers as the server did; null for all else, and until that is kept. */
  @Nullable HttpConnection again(URL url) throws IOException {
    return kept != null && isAskedBy(url) ? new Again(url, kept) : null;
  }

  /** Never connects. */
  private static final class Again extends JDKHttpConnection {
    private final byte[] answer;

    Again(URL url, byte[] answer) throws IOException {
      super(url, Proxy.NO_PROXY);
      this.answer = answer;
    }

    @Override
    public void connect() {
      // There is nothing to wait for.
    }

    @Override
    public int getResponseCode() {
      return HttpURLConnection.HTTP_OK;
    }

    @Override
    public String getResponseMessage() {
      return "OK";
    }

    @Override
    public String getContentType() {
      return "application/x-git-upload-pack-advertisement";
    }

    @Override
    public @Nullable String getHeaderField(String name) {
      return null;
    }

    @Override
    public List<String> getHeaderFields(String name) {
      return List.of();
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
      return Map.of();
    }

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(answer);
    }
  }
}
