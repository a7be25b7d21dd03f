package dev.mayfly.command.composition;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Who may vouch for servers, when that is not the Java runtime's own list: a PEM file. */
record CertificateAuthorities(X509TrustManager trustManager) {

  static Optional<CertificateAuthorities> from(@Nullable String file) {
    return file == null || file.isEmpty() ? Optional.empty() : Optional.of(read(Path.of(file)));
  }

  private static CertificateAuthorities read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int index = 0;
      for (Certificate ca : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("ca-" + index++, ca);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509TrustManager.class::isInstance)
          .map(X509TrustManager.class::cast)
          .findFirst()
          .map(CertificateAuthorities::new)
          .orElseThrow();
    } catch (IOException | GeneralSecurityException e) {
      throw Fault.CONFIGURATION.error(
          "certificate-authorities",
          Location.ofFile(file.toString()),
          "`" + file + "` is not a readable PEM file of certificates",
          "MAYFLY_CA_FILE names it");
    }
  }

  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trustManager}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
