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
final class KeySet {
  private static final Budget BUDGET = new Budget(1 << 20, 8, 5_000, true);
  private static final int SMALLEST_MODULUS = 2048;
  private static final int LARGEST_MODULUS = 8192;

  private KeySet() {}

  /** Those of a document that tokens call by this name; a key without a name is nobody's. */
  static List<PublicKey> named(String id, byte[] document) {
    return new JsonReader(BUDGET)
        .read("keys", document).documents().stream()
            .flatMap(root -> root.itemsAt("keys").stream())
            .filter(key -> !id.isEmpty() && SignedToken.text(key, "kid").equals(id))
            .flatMap(key -> read(key).stream())
            .toList();
  }

  private static Optional<PublicKey> read(Node key) {
    String use = SignedToken.text(key, "use");
    String algorithm = SignedToken.text(key, "alg");
    boolean signs =
        SignedToken.text(key, "kty").equals("RSA")
            && (use.isEmpty() || use.equals("sig"))
            && (algorithm.isEmpty() || algorithm.equals("RS256"));
    if (!signs) {
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
      return Optional.of(factory.generatePublic(new RSAPublicKeySpec(modulus, exponent)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static BigInteger number(String base64) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
  }
}
