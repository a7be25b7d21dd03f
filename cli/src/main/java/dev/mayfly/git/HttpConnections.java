package dev.mayfly.git;

import dev.mayfly.diagnostic.ShownUrl;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory2;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/**
 * Makes every HTTP connection of one remote and lets none go to another host. The token is put in
 * here and not handed to JGit: JGit's own provider answers whichever host asks after a redirect,
 * and could be asked to switch certificate checks off.
 */
final class HttpConnections implements HttpConnectionFactory2 {
  private final RemoteUrl remote;
  private final RemoteAccess access;
  private final AtomicInteger lastStatus = new AtomicInteger();
  private final CapabilityAdvertisement advertisement = new CapabilityAdvertisement();

  HttpConnections(RemoteUrl remote, RemoteAccess access) {
    this.remote = remote;
    this.access = access;
  }

  /** The status of the newest answer; 0 when there was none. */
  int lastStatus() {
    return lastStatus.get();
  }

  void forgetStatus() {
    lastStatus.set(0);
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    int port = url.getPort() < 0 ? url.getDefaultPort() : url.getPort();
    if (!remote.host().equalsIgnoreCase(url.getHost()) || remote.port() != port) {
      throw new IOException("the remote points to another host");
    }
    HttpConnection again = advertisement.again(url);
    if (again != null) {
      return again;
    }
    HttpConnection connection = new Watched(url, access.proxies().forHost(url.getHost()));
    access
        .credentials()
        .filter(token -> token.isFor(url.getHost(), port))
        .ifPresent(token -> connection.setRequestProperty("Authorization", token.basic()));
    return connection;
  }

  /** The proxy JGit found in the Java runtime's settings is not the caller's choice. */
  @Override
  public HttpConnection create(URL url, Proxy ignored) throws IOException {
    return create(url);
  }

  @Override
  public GitSession newSession() {
    return new Verified();
  }

  private final class Verified implements GitSession {
    @Override
    public HttpConnection configure(HttpConnection connection, boolean sslVerify)
        throws GeneralSecurityException, IOException {
      if (!sslVerify) {
        throw new GeneralSecurityException("certificate checks are never switched off");
      }
      if (access.authorities().isPresent() && connection.getURL().getProtocol().equals("https")) {
        connection.configure(null, new TrustManager[] {access.authorities().get()}, null);
      }
      return connection;
    }

    @Override
    public void close() {
      // Connections are closed by the transport.
    }
  }

  private final class Watched extends JDKHttpConnection {
    private boolean told;

    Watched(URL url, Proxy proxy) throws IOException {
      super(url, proxy);
    }

    @Override
    public int getResponseCode() throws IOException {
      int status = super.getResponseCode();
      lastStatus.set(status);
      if (!told) {
        told = true;
        String url = ShownUrl.of(URI.create(getURL().toString()));
        access.activity().detail(getRequestMethod() + " " + url + ": " + status);
      }
      return status;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      Instant deadline = access.clock().instant().plus(RemoteAccess.LONGEST_ANSWER);
      InputStream answer =
          new BoundedStream(
              super.getInputStream(), RemoteAccess.LARGEST_ANSWER, access.clock(), deadline);
      return advertisement.keep(getURL(), answer, getHeaderField("Content-Encoding"));
    }
  }
}
