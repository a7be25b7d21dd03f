package dev.mayfly.git;

import static dev.mayfly.git.Deliveries.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.http.ProxyRules;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates are checked, by the caller's authorities where there are some. */
@Tag("slow")
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private static final Map<String, KeyStore> MADE = new HashMap<>();

  @TempDir Path temp;
  private HttpsServer server;
  private final AtomicInteger requests = new AtomicInteger();

  @BeforeEach
  void serve() throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(certificate("server"), PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Made once for all tests: the tool is a whole program of its own. */
  private synchronized KeyStore certificate(String name) throws Exception {
    if (!MADE.containsKey(name)) {
      MADE.put(name, made(name));
    }
    return MADE.get(name);
  }

  private KeyStore made(String name) throws Exception {
    Path file = temp.resolve(name + ".p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String[] command = {
      keytool,
      "-genkeypair",
      "-alias",
      name,
      "-keyalg",
      "EC",
      "-dname",
      "CN=" + name,
      "-ext",
      "SAN=ip:127.0.0.1",
      "-validity",
      "2",
      "-keystore",
      file.toString(),
      "-storepass",
      new String(PASSWORD),
      "-storetype",
      "PKCS12"
    };
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private static X509TrustManager trusting(KeyStore store, String name) throws Exception {
    KeyStore only = KeyStore.getInstance("PKCS12");
    only.load(null, null);
    only.setCertificateEntry(name, store.getCertificate(name));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(only);
    return Stream.of(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private String problem(RemoteAccess access) {
    RemoteUrl url =
        RemoteUrl.parse("https://127.0.0.1:" + server.getAddress().getPort() + "/x.git");
    try (RemoteRepository remote = RemoteRepository.open(url, access, temp, Deliveries.retry())) {
      String[] id = new String[1];
      assertThatThrownBy(() -> remote.require(MAIN))
          .isInstanceOfSatisfying(
              ProblemsException.class, e -> id[0] = e.problems().getFirst().id());
      return id[0];
    }
  }

  @Test
  void turnsAwayFromACertificateThatNobodyVouchesFor() throws Exception {
    assertThat(problem(Deliveries.access())).isEqualTo("remote-unreachable");
    X509TrustManager other = trusting(certificate("other"), "other");
    assertThat(problem(Deliveries.access().with(other))).isEqualTo("remote-unreachable");
    assertThat(requests).hasValue(0);
  }

  @Test
  void takesTheAuthorityOfTheCaller() throws Exception {
    // Past the handshake, the server says there is no such repository.
    assertThat(problem(Deliveries.access().with(trusting(certificate("server"), "server"))))
        .isEqualTo("repository-missing");
    assertThat(requests).hasValueGreaterThan(0);
  }

  @Test
  void goesThroughTheProxyItIsGiven() {
    ProxyRules closed = ProxyRules.parse("http://127.0.0.1:1", "");
    assertThat(problem(Deliveries.access().with(closed))).isEqualTo("remote-unreachable");
    assertThat(requests).hasValue(0);
  }
}
