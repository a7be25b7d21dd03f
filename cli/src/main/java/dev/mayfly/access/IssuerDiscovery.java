package dev.mayfly.access;

import dev.mayfly.http.Answer;
import dev.mayfly.http.HttpTransport;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * What an issuer says of itself (OpenID Connect Discovery 1.0, section 4.2), fetched once a run
 * from the issuer that the platform names and from no other.
 */
final class IssuerDiscovery {
  private static final Budget BUDGET = new Budget(1 << 20, 16, 20_000, true);
  private final LoginIssuer issuer;
  private final AskedOnce document;

  IssuerDiscovery(LoginIssuer issuer, HttpTransport http) {
    this.issuer = issuer;
    this.document = AskedOnce.document(http, issuer.authority(), issuer.discoveryPath());
  }

  Answer answer() {
    return document.answer();
  }

  /** Where logins begin; empty where the answer does not say it in the issuer's own name. */
  Optional<AuthorizationEndpoint> endpoint() {
    return answer() instanceof Answer.Response response && response.status() == 200
        ? new JsonReader(BUDGET)
            .read("issuer", response.body()).documents().stream()
                .filter(document -> SignedToken.text(document, "issuer").equals(issuer.issuer()))
                .map(document -> SignedToken.text(document, "authorization_endpoint"))
                .findFirst()
                .flatMap(IssuerDiscovery::url)
                .map(url -> new AuthorizationEndpoint(url, issuer))
        : Optional.empty();
  }

  /** True for a redirect to the login. */
  boolean isLogin(String host, Answer.Response response) {
    return endpoint()
        .filter(endpoint ->
            response
                .header("location")
                .flatMap(IssuerDiscovery::url)
                .filter(target -> endpoint.isMeantBy(target))
                .filter(target -> endpoint.refusal(host, target).isEmpty())
                .isPresent())
        .isPresent();
  }

  /** An address by https. */
  static Optional<URI> url(String text) {
    try {
      URI url = new URI(text);
      return "https".equals(url.getScheme()) && url.getRawAuthority() != null
          ? Optional.of(url)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
