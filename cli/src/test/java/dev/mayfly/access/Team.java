package dev.mayfly.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An Access team with a signing key, and how it signs and turns visitors away. */
public final class Team {
  public static final String HOST = "acme.cloudflareaccess.com";
  public static final String AUDIENCE =
      "a0561fd649cdb6baa784055f051bad796ea0afef17fca38219549deeba4e8c1a";

  /** A domain with a wildcard of one label, which is most of them. */
  static final ServedDomain DOMAIN = new ServedDomain("pr.example.dev", List.of(), false);

  static final AccessApplication APPLICATION = new AccessApplication(DOMAIN, "acme", AUDIENCE);

  /** Made once for all tests of a run: two large primes are a second's work. */
  private static @Nullable KeyPair ours;

  private final KeyPair pair;

  private Team(KeyPair pair) {
    this.pair = pair;
  }

  public Team() throws GeneralSecurityException {
    this(ours());
  }

  /** A team that has a key of its own, of so many bits. */
  static Team withOwnKey(int bits) throws GeneralSecurityException {
    return new Team(made(bits));
  }

  private static synchronized KeyPair ours() throws GeneralSecurityException {
    if (ours == null) {
      ours = made(2048);
    }
    return ours;
  }

  private static KeyPair made(int bits) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  /** The certs document with this team's key under the id {@code k1}. */
  public String keys() {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    return """
    {"keys":[{"kid":"k1","kty":"RSA","alg":"RS256","use":"sig","n":"%s","e":"%s"}],
     "public_cert":{"kid":"k1"}}\
    """
        .formatted(
            base64(key.getModulus().toByteArray()), base64(key.getPublicExponent().toByteArray()));
  }

  /** A good token for a host, after the test has changed what it wants to. */
  public String token(String host, Consumer<Map<String, String>> change) {
    Map<String, String> claims = new LinkedHashMap<>();
    claims.put("type", "\"match\"");
    claims.put("hostname", quoted(host));
    claims.put("auth_domain", quoted(HOST));
    claims.put("aud", quoted(AUDIENCE));
    claims.put("app_hostname", quoted("*.pr.example.dev"));
    claims.put("iat", "" + Edge.NOW.getEpochSecond());
    change.accept(claims);
    return sign("{\"alg\":\"RS256\",\"kid\":\"k1\"}", json(claims));
  }

  public String token(String host) {
    return token(host, claims -> {});
  }

  String sign(String header, String claims) {
    String signed =
        base64(header.getBytes(StandardCharsets.UTF_8))
            + "."
            + base64(claims.getBytes(StandardCharsets.UTF_8));
    try {
      Signature signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(pair.getPrivate());
      signer.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + base64(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A host as Access guards it: signed metadata, the login for strangers, the app for the token.
   */
  public Edge.Host guarded(String host, int behind) {
    return exchange -> {
      if ("secret-of-ci".equals(exchange.getRequestHeaders().getFirst("CF-Access-Client-Secret"))) {
        Edge.send(exchange, behind, "");
        return;
      }
      if (exchange.getRequestHeaders().containsKey("cf-access-metadata-request")) {
        exchange.getResponseHeaders().add("cf-access-metadata", token(host));
      }
      Edge.redirect(login(host)).answer(exchange);
    };
  }

  static String login(String host) {
    return "https://"
        + HOST
        + "/cdn-cgi/access/login/"
        + host
        + "?kid="
        + AUDIENCE
        + "&meta=x&redirect_url=%2F";
  }

  static String json(Map<String, String> claims) {
    StringBuilder json = new StringBuilder();
    claims.forEach((key, value) ->
        json.append(json.isEmpty() ? "{" : ",").append(quoted(key)).append(':').append(value));
    return json.append('}').toString();
  }

  static String quoted(String text) {
    return '"' + text + '"';
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
