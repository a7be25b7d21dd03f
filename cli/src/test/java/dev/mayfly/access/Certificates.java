package dev.mayfly.access;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * A certificate for the hosts of the tests, made when they run and trusted by nobody else.
 *
 * @param authority PEM file with what a client has to trust
 */
public record Certificates(SSLContext server, SSLContext client, Path authority) {
  /** What all contexts share: to decrypt the key takes ten thousand rounds. */
  private record Managers(KeyStore keys, KeyManagerFactory own, TrustManagerFactory trust) {}

  private static final String PASSWORD = "only-for-this-run";
  private static final String NAMES =
      "dns:*.pr.example.dev,dns:*.7.pr.example.dev,dns:acme.cloudflareaccess.com,"
          + "dns:api.cloudflare.com,dns:evil.example,dns:login.example.org,dns:localhost";

  private static @Nullable Managers made;

  /** Made once for all tests of a run: the tool is a whole program of its own. */
  private static synchronized Managers managers(Path folder) throws Exception {
    if (made != null) {
      return made;
    }
    Path store = folder.resolve("edge.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "edge",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=edge",
                "-ext",
                "san=" + NAMES,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IllegalStateException("keytool made no certificate");
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(new ByteArrayInputStream(Files.readAllBytes(store)), PASSWORD.toCharArray());
    Files.delete(store);
    // The other one decrypts the key anew in every handshake, which takes ten thousand rounds.
    KeyManagerFactory own = KeyManagerFactory.getInstance("SunX509");
    own.init(keys, PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("edge", keys.getCertificate("edge"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    made = new Managers(keys, own, trust);
    return made;
  }

  public static Certificates in(Path folder) throws Exception {
    Managers managers = managers(folder);
    SSLContext server = SSLContext.getInstance("TLS");
    server.init(managers.own.getKeyManagers(), null, null);
    SSLContext client = SSLContext.getInstance("TLS");
    client.init(null, managers.trust.getTrustManagers(), null);
    Path authority = folder.resolve("edge.pem");
    Files.writeString(
        authority,
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder()
                .encodeToString(managers.keys.getCertificate("edge").getEncoded())
            + "\n-----END CERTIFICATE-----\n");
    return new Certificates(server, client, authority);
  }
}
