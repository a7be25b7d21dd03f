package dev.mayfly.access;

import dev.mayfly.http.Answer;
import dev.mayfly.http.Request;
import dev.mayfly.preview.UntrustedText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a visitor without a login is led: step by step on the host itself, as forward-auth does by
 * a path of its own such as {@code /oauth2/start}, and never to another host.
 */
record LoginWalk(HostProbe visit, AuthorizationEndpoint endpoint) {
  private static final int MOST_STEPS = 5;

  /** As a browser asks: programs are told 401 by some guards, and led nowhere. */
  private static final Map<String, String> BROWSER = Map.of("Accept", "text/html");

  private static final Set<Integer> TO_THE_LOGIN = Set.of(302, 303, 307);

  /** What shows that a path is not led to the issuer's login; nothing where it is. */
  Optional<Evidence> objection(String path) {
    URI at = URI.create("https://" + visit.host() + path);
    Set<URI> seen = new HashSet<>();
    while (seen.size() < MOST_STEPS && seen.add(at)) {
      switch (visit.http().ask(Request.headersOnly("GET", visit.url(pathOf(at))).with(BROWSER))) {
        case Answer.Silence silence -> {
          return Optional.of(Evidence.silent(visit.host(), silence));
        }
        case Answer.Response response -> {
          Optional<URI> target = target(at, response);
          if (target.isEmpty() || !isOwn(visit.host(), target.get())) {
            return end(at, response, target);
          }
          at = target.get();
        }
      }
    }
    return elsewhere(
        at,
        "leads to itself and no further",
        "`"
            + endpoint.issuer().authority()
            + "` has to be reached within "
            + MOST_STEPS
            + " steps");
  }

  private Optional<Evidence> end(URI at, Answer.Response response, Optional<URI> target) {
    if (target.isEmpty()) {
      return elsewhere(
          at,
          "answers " + response.status() + " to a request without a login",
          response.status() == 404
              ? "a login that runs in the preview itself cannot be shown before the preview runs;"
                  + " one at the gateway can, by `exposure.access.catchAll`"
              : "put the login before the app, on every path");
    }
    if (!endpoint.isMeantBy(target.get()) || !TO_THE_LOGIN.contains(response.status())) {
      return elsewhere(
          at,
          "leads by "
              + response.status()
              + " to `"
              + UntrustedText.clean(String.valueOf(target.get().getRawAuthority()), 100)
              + "` and not to the login of `"
              + endpoint.issuer().issuer()
              + "`",
          "an issuer's login begins at its authorization endpoint, `" + endpoint.url() + "`");
    }
    return endpoint
        .refusal(visit.host(), target.get())
        .flatMap(why ->
            elsewhere(
                at,
                "leads to the login of `" + endpoint.issuer().issuer() + "`, but " + why,
                "`exposure.access.clientId` names the client that stands before previews"));
  }

  private Optional<Evidence> elsewhere(URI at, String what, String hint) {
    String path = UntrustedText.clean(pathOf(at), 100);
    String shown = path.equals("/") ? visit.host() : visit.host() + path;
    return Optional.of(Evidence.failed("`" + shown + "` " + what, hint));
  }

  /** Where a redirect leads; empty for any other answer. */
  static Optional<URI> target(URI at, Answer.Response response) {
    try {
      Optional<String> location =
          response.isRedirect() ? response.header("location") : Optional.empty();
      return location.isPresent()
          ? Optional.of(at.resolve(new URI(location.get())))
          : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static boolean isOwn(String host, URI target) {
    return "https".equals(target.getScheme())
        && host.equals(String.valueOf(target.getRawAuthority()).toLowerCase(Locale.ROOT));
  }

  private static String pathOf(URI uri) {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }
}
