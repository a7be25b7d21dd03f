package dev.mayfly.access;

import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A JSON Web Token in its compact form (RFC 7515, section 7.1), not believed until verified. */
record SignedToken(Node header, Node claims, byte[] signed, byte[] signature) {
  private static final int LONGEST = 16 << 10;
  private static final Budget BUDGET = new Budget(LONGEST, 8, 200, true);

  static Optional<SignedToken> parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3 || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      Optional<Node> header = json(parts[0]);
      Optional<Node> claims = json(parts[1]);
      byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
      byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
      return header.flatMap(h -> claims.map(c -> new SignedToken(h, c, signed, signature)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The one algorithm that Access signs with; a token does not get to choose another. */
  boolean isRs256() {
    return text(header, "alg").equals("RS256") && header.at("crit") == null;
  }

  String keyId() {
    return text(header, "kid");
  }

  String claim(String name) {
    return text(claims, name);
  }

  /** A claim that holds seconds since 1970; empty where it does not. */
  Optional<Long> seconds(String name) {
    return claims.at(name) instanceof ScalarNode scalar
            && scalar.plain()
            && scalar.text().matches("[0-9]{1,12}")
        ? Optional.of(Long.valueOf(scalar.text()))
        : Optional.empty();
  }

  boolean isSignedByOneOf(List<PublicKey> keys) {
    return keys.stream().anyMatch(this::isSignedBy);
  }

  private boolean isSignedBy(PublicKey key) {
    try {
      Signature verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(key);
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** The string under a key; empty where there is none, or a value of another type. */
  static String text(Node node, String key) {
    return node.at(key) instanceof ScalarNode scalar && !scalar.plain() ? scalar.text() : "";
  }

  private static Optional<Node> json(String part) {
    byte[] bytes = Base64.getUrlDecoder().decode(part);
    return new JsonReader(BUDGET).read("token", bytes).documents().stream().findFirst();
  }
}
