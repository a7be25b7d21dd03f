package dev.mayfly.access;

import dev.mayfly.preview.UntrustedText;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an issuer's logins begin, and what a request for one has to say. */
record AuthorizationEndpoint(URI url, LoginIssuer issuer) {

  /** Whether the target is this endpoint, whatever it is asked. */
  boolean isMeantBy(URI target) {
    return "https".equals(target.getScheme())
        && url.getRawAuthority().equalsIgnoreCase(String.valueOf(target.getRawAuthority()))
        && url.getRawPath().equals(target.getRawPath());
  }

  /**
   * Why the request is not one for a login that leads back (OpenID Connect Core 1.0, section
   * 3.1.2.1): a redirect to the endpoint that the issuer would refuse guards nothing.
   */
  Optional<String> refusal(String host, URI target) {
    List<String> clients = values(target, "client_id");
    if (clients.size() != 1 || values(target, "response_type").size() != 1) {
      return Optional.of("asks for no login: `client_id` or `response_type` is missing");
    }
    if (issuer.client().filter(client -> !client.equals(clients.getFirst())).isPresent()) {
      return Optional.of(
          "asks for the client `"
              + UntrustedText.clean(clients.getFirst(), 60)
              + "` and not for `"
              + issuer.client().get()
              + "`");
    }
    List<String> back = values(target, "redirect_uri");
    return back.size() == 1 && leadsBack(back.getFirst(), host)
        ? Optional.empty()
        : Optional.of("does not lead back to `" + host + "`");
  }

  /** To the host itself, or to one that speaks for all of them. */
  private boolean leadsBack(String back, String host) {
    return IssuerDiscovery.url(back)
        .map(uri -> uri.getRawAuthority().toLowerCase(Locale.ROOT))
        .filter(authority -> authority.equals(host) || issuer.covers(authority))
        .isPresent();
  }

  private static List<String> values(URI target, String name) {
    return written(target, name).map(AuthorizationEndpoint::decoded).toList();
  }

  /** The values of a parameter as the address has them. */
  static Stream<String> written(URI target, String name) {
    return Stream.of(String.valueOf(target.getRawQuery()).split("&"))
        .filter(parameter -> parameter.startsWith(name + "="))
        .map(parameter -> parameter.substring(name.length() + 1));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
