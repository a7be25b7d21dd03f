package dev.mayfly.cluster;

import dev.mayfly.git.TiedProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real etcd and a real kube-apiserver on loopback ports, one for all test classes of this JVM.
 * There are no controllers: what is stored stays as it was stored. Both end with the JVM, however
 * that ends.
 */
final class ControlPlane {
  /** Of the classes that use it, one runs at a time: a policy is there for all of the server. */
  static final String LOCK = "kube-apiserver";

  private static final long START_SECONDS = 120;
  private final Path folder;
  private final String token = UUID.randomUUID().toString();

  /** The one server of this JVM; started by the first that asks. */
  private static final class Running {
    static final ApiClient CLIENT = start();

    private static ApiClient start() {
      try {
        return new ControlPlane(Files.createTempDirectory("mayfly-cluster")).run();
      } catch (IOException | NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private ControlPlane(Path folder) {
    this.folder = folder;
  }

  /**
   * A client with all rights and the upstream CRDs; skips the test where the programs are missing.
   */
  static ApiClient client() {
    Assumptions.assumeTrue(
        System.getenv("MAYFLY_APISERVER") != null,
        "MAYFLY_APISERVER names no folder with etcd and kube-apiserver;"
            + " cli/packaging/test-apiserver.sh builds one");
    Assumptions.assumeTrue(
        System.getenv("MAYFLY_CRDS") != null,
        "MAYFLY_CRDS names no folder of CustomResourceDefinitions");
    return Running.CLIENT;
  }

  private ApiClient run() throws IOException, NoSuchAlgorithmException {
    int etcd = TiedProcess.freePort();
    start(
        "etcd",
        "--data-dir=" + folder.resolve("data"),
        "--listen-client-urls=http://127.0.0.1:" + etcd,
        "--advertise-client-urls=http://127.0.0.1:" + etcd,
        "--listen-peer-urls=http://127.0.0.1:0",
        "--unsafe-no-fsync",
        "--log-level=warn");
    Files.writeString(folder.resolve("tokens"), token + ",admin,admin,system:masters\n");
    KeyPairGenerator accounts = KeyPairGenerator.getInstance("EC");
    accounts.initialize(256);
    KeyPair pair = accounts.generateKeyPair();
    int port = TiedProcess.freePort();
    Process server =
        start(
            "kube-apiserver",
            "--etcd-servers=http://127.0.0.1:" + etcd,
            "--bind-address=127.0.0.1",
            "--secure-port=" + port,
            "--cert-dir=" + folder.resolve("certificates"),
            "--token-auth-file=" + folder.resolve("tokens"),
            "--authorization-mode=RBAC",
            "--service-account-issuer=https://localhost",
            "--service-account-key-file=" + pem("PUBLIC KEY", pair.getPublic()),
            "--service-account-signing-key-file=" + pem("PRIVATE KEY", pair.getPrivate()),
            "--external-hostname=localhost",
            "--advertise-address=127.0.0.1",
            "--service-cluster-ip-range=10.0.0.0/24",
            "--endpoint-reconciler-type=none",
            "--enable-priority-and-fairness=false",
            "--enable-garbage-collector=false",
            "--etcd-count-metric-poll-period=0",
            "--profiling=false",
            // No controller makes the accounts that it asks for.
            "--disable-admission-plugins=ServiceAccount");
    ApiConnection connection =
        new ApiConnection(
            URI.create("https://127.0.0.1:" + port), token, folder.resolve("certificates"));
    if (!connection.isReadyWithin(START_SECONDS, server)) {
      throw new IllegalStateException(Files.readString(folder.resolve("kube-apiserver.log")));
    }
    ApiClient client = new ApiClient(connection);
    try (Stream<Path> files = Files.walk(Path.of(System.getenv("MAYFLY_CRDS")))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        client.store(Files.readString(file));
      }
    }
    return client;
  }

  private Process start(String program, String... options) throws IOException {
    Path executable = Path.of(System.getenv("MAYFLY_APISERVER"), program);
    return TiedProcess.start(folder, executable, List.of(options));
  }

  private Path pem(String label, Key key) throws IOException {
    Path file = folder.resolve(label.replace(' ', '-'));
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return Files.writeString(
        file,
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(label, lines.encodeToString(key.getEncoded()), label));
  }
}
