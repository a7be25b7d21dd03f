package dev.mayfly.access;

import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.Node;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The keys a team signs with, as a JSON Web Key Set (RFC 7517). Cloudflare changes them about every
 * six weeks and lists the old one for some days more, so there are several.
 */
record KeySet(List<Entry> entries) {
  private static final Budget BUDGET = new Budget(1 << 20, 8, 5_000, true);
  private static final int SMALLEST_MODULUS = 2048;
  private static final int LARGEST_MODULUS = 8192;

  /** One key with the name that tokens call it by. */
  record Entry(String id, PublicKey key) {}

  static KeySet parse(byte[] document) {
    return new KeySet(
        new JsonReader(BUDGET)
            .read("keys", document).documents().stream()
                .flatMap(root -> root.itemsAt("keys").stream())
                .flatMap(key -> entry(key).stream())
                .toList());
  }

  List<PublicKey> named(String id) {
    return entries.stream().filter(entry -> entry.id.equals(id)).map(Entry::key).toList();
  }

  private static Optional<Entry> entry(Node key) {
    String id = SignedToken.text(key, "kid");
    String use = SignedToken.text(key, "use");
    String algorithm = SignedToken.text(key, "alg");
    boolean signs =
        SignedToken.text(key, "kty").equals("RSA")
            && (use.isEmpty() || use.equals("sig"))
            && (algorithm.isEmpty() || algorithm.equals("RS256"));
    if (id.isEmpty() || !signs) {
      return Optional.empty();
    }
    try {
      BigInteger modulus = number(SignedToken.text(key, "n"));
      BigInteger exponent = number(SignedToken.text(key, "e"));
      if (modulus.bitLength() < SMALLEST_MODULUS
          || modulus.bitLength() > LARGEST_MODULUS
          || exponent.bitLength() > 32) {
        return Optional.empty();
      }
      KeyFactory factory = KeyFactory.getInstance("RSA");
      return Optional.of(
          new Entry(id, factory.generatePublic(new RSAPublicKeySpec(modulus, exponent))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static BigInteger number(String base64) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
  }
}
