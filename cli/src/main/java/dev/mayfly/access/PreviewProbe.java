package dev.mayfly.access;

import dev.mayfly.http.Answer;
import dev.mayfly.http.HttpTransport;
import dev.mayfly.http.Request;
import dev.mayfly.http.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Asks one page of a preview, past its guard with what CI was given. Redirects are not followed, so
 * that a login is never taken for the preview.
 */
public final class PreviewProbe {
  private static final int LARGEST = 1 << 20;
  private final HttpTransport http;
  private final Map<String, Secret> headers;
  private final Expected expected;

  /**
   * What the answer has to show.
   *
   * @param status exact; empty means any success
   * @param header a header and a text in its value
   * @param body a text in the first MiB
   */
  public record Expected(
      Optional<Integer> status,
      Optional<Map.Entry<String, String>> header,
      Optional<String> body) {}

  public PreviewProbe(
      HttpTransport http, Optional<Guard> guard, GuardCredentials credentials, Expected expected) {
    this.http = http;
    this.headers = guard.map(credentials::headers).orElse(Map.of());
    this.expected = expected;
  }

  /** What the page lacks, as the rest of a sentence that begins with its host; or nothing. */
  public Optional<String> complaint(String host, String path) {
    return switch (http.ask(
        Request.get("https://" + host + path).withSecrets(headers).atMost(LARGEST))) {
      case Answer.Silence silence -> Optional.of("gives no answer: " + silence.reason().words());
      case Answer.Response response -> complaint(response);
    };
  }

  private Optional<String> complaint(Answer.Response response) {
    boolean asExpected =
        expected.status().map(status -> status == response.status()).orElse(response.isSuccess());
    if (!asExpected) {
      boolean login = response.isRedirect() && headers.isEmpty();
      String words = "answers " + response.status();
      return Optional.of(login ? words + ", and no token was given to get past a login" : words);
    }
    if (expected.header().filter(header -> !says(response, header)).isPresent()) {
      String name = expected.header().get().getKey();
      return Optional.of("answers without the expected `" + name + "`");
    }
    String body = new String(response.body(), StandardCharsets.UTF_8);
    return expected.body().filter(text -> !body.contains(text)).isPresent()
        ? Optional.of("answers without the expected text")
        : Optional.empty();
  }

  private static boolean says(Answer.Response response, Map.Entry<String, String> header) {
    return response.all(header.getKey()).stream()
        .anyMatch(value -> value.contains(header.getValue()));
  }
}
