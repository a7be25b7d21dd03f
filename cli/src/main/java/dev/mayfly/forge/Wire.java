package dev.mayfly.forge;

import dev.mayfly.diagnostic.ShownUrl;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request on the wire: to the forge's own host only, bounded in time and size. */
final class Wire {
  private final ForgeAccess access;
  private final String accept;
  private final HttpClient client;

  /** No answer came; {@code sent} tells whether the request may have reached the server. */
  static final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean sent;

    NoAnswer(boolean sent) {
      this.sent = sent;
    }

    boolean sent() {
      return sent;
    }
  }

  Wire(ForgeAccess access, String accept) {
    this.access = access;
    this.accept = accept;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(access.connect());
    builder.proxy(access.proxies().orElse(HttpClient.Builder.NO_PROXY));
    access.authorities().ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  HttpResponse<byte[]> exchange(Call call, URI uri, Duration limit)
      throws NoAnswer, ForgeException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request(call, uri), info -> new BoundedBody());
    try {
      HttpResponse<byte[]> came = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      access
          .activity()
          .detail(
              "%s %s: %s, %s bytes"
                  .formatted(
                      call.method(),
                      access.redact(ShownUrl.of(uri)),
                      came.statusCode(),
                      came.body().length));
      return came;
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new NoAnswer(true);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw RetryBudget.interrupted();
    } catch (ExecutionException e) {
      throw judged(call, e.getCause() == null ? e : e.getCause());
    }
  }

  private static NoAnswer judged(Call call, Throwable cause) throws ForgeException {
    return switch (cause) {
      case BoundedBody.TooLarge large ->
          throw ForgeException.of(
              ForgeException.Kind.TOO_LARGE,
              "the answer to `" + call.describe() + "` has more than 8 MiB");
      case HttpConnectTimeoutException timeout -> new NoAnswer(false);
      case ConnectException refused -> new NoAnswer(false);
      case IOException cut -> new NoAnswer(true);
      default -> throw new IllegalStateException("the HTTP client failed", cause);
    };
  }

  private HttpRequest request(Call call, URI uri) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(uri).header("Accept", accept).header("User-Agent", "mayfly");
    access.token().ifPresent(token -> builder.header("Authorization", token.bearer()));
    call.json().ifPresent(json -> builder.header("Content-Type", "application/json"));
    return builder
        .method(
            call.method(),
            call.json()
                .map(HttpRequest.BodyPublishers::ofString)
                .orElseGet(HttpRequest.BodyPublishers::noBody))
        .build();
  }
}
