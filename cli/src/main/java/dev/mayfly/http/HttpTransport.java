package dev.mayfly.http;

import dev.mayfly.diagnostic.Activity.Step;
import dev.mayfly.diagnostic.ShownUrl;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Sends one request at a time, to the host that it names, bounded in time and size. */
public final class HttpTransport implements AutoCloseable {
  private final HttpAccess access;
  private final RetryBudget budget;
  private final HttpClient client;
  private final boolean anonymous;

  private HttpTransport(HttpAccess access, boolean anonymous) {
    this.access = access;
    this.budget = new RetryBudget(access);
    this.anonymous = anonymous;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(anonymous ? HttpClient.Redirect.NORMAL : HttpClient.Redirect.NEVER)
            .connectTimeout(access.limits().connect())
            .proxy(access.proxies().selector());
    access.authorities().ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  /**
   * Never follows a redirect, so that no answer can lead a request, or the secret in it, anywhere
   * else. Nothing is sent yet; the budget begins now.
   */
  public static HttpTransport strict(HttpAccess access) {
    return new HttpTransport(access, false);
  }

  /** Follows redirects, but never to plain HTTP, and sends no secrets. */
  public static HttpTransport anonymous(HttpAccess access) {
    return new HttpTransport(access, true);
  }

  HttpAccess access() {
    return access;
  }

  RetryBudget budget() {
    return budget;
  }

  /** Sends the request, and says so to whoever waits. */
  public Answer ask(Request request) {
    String host = String.valueOf(URI.create(request.target()).getRawAuthority());
    try (Step step = access.activity().begin("asking", host)) {
      Answer answer = send(request);
      step.outcome(answer.words());
      return answer;
    }
  }

  /** Sends the request. */
  public Answer send(Request request) {
    URI url = URI.create(request.target());
    Answer answer = exchange(request, url);
    boolean read = request.most() != Request.UNREAD;
    String size =
        answer instanceof Answer.Response response && read
            ? ", " + response.body().length + " bytes"
            : "";
    String shown = ShownUrl.of(url);
    for (Secret secret : request.secrets().values()) {
      shown = secret.redact(shown);
    }
    access.activity().detail(request.method() + " " + shown + ": " + answer.words() + size);
    return answer;
  }

  private Answer exchange(Request request, URI url) {
    Duration limit = budget.forRequest();
    if (limit.compareTo(Duration.ofMillis(1)) < 0) {
      return new Answer.Silence(Answer.Reason.BUDGET_SPENT);
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(sendable(request, url), info -> new BoundedBody(request.most()));
    try {
      HttpResponse<byte[]> came = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer.Response(came.uri(), came.statusCode(), came.headers(), came.body());
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Answer.Silence(Answer.Reason.TIME_OUT);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.Silence(Answer.Reason.INTERRUPTED);
    } catch (ExecutionException e) {
      return new Answer.Silence(reason(Objects.requireNonNullElse(e.getCause(), e)));
    }
  }

  private HttpRequest sendable(Request request, URI url) {
    if (anonymous && !request.secrets().isEmpty()) {
      throw new IllegalStateException("a secret would follow redirects");
    }
    HttpRequest.Builder builder = HttpRequest.newBuilder(url).header("User-Agent", "mayfly");
    request.headers().forEach(builder::header);
    request.secrets().forEach((name, secret) -> builder.header(name, secret.header()));
    request.json().ifPresent(json -> builder.header("Content-Type", "application/json"));
    return builder
        .method(
            request.method(),
            request.json().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody))
        .build();
  }

  /** The client's own sentences stay here: they may quote what a server sent. */
  private static Answer.Reason reason(Throwable cause) {
    return switch (cause) {
      case BoundedBody.TooLarge e -> Answer.Reason.TOO_LARGE;
      case HttpConnectTimeoutException e -> Answer.Reason.CONNECT_TIME_OUT;
      case ConnectException e when e.getCause() instanceof UnresolvedAddressException ->
          Answer.Reason.UNKNOWN_HOST;
      case ConnectException e -> Answer.Reason.NOT_CONNECTED;
      case SSLException e -> Answer.Reason.TLS;
      // The client has no type of its own for a proxy that does not connect.
      case IOException e when String.valueOf(e.getMessage()).contains("Tunnel failed") ->
          Answer.Reason.NOT_CONNECTED;
      case IOException e -> Answer.Reason.CUT;
      default -> throw new IllegalStateException("the HTTP client failed", cause);
    };
  }

  /**
   * Whether somebody takes a connection, and be it to say nothing. The client's time to connect
   * holds for the TLS handshake as well, so it cannot tell.
   */
  public boolean isTaken(URI url) {
    try (Socket socket = new Socket()) {
      int port = url.getPort() < 0 ? 443 : url.getPort();
      InetSocketAddress address = new InetSocketAddress(url.getHost(), port);
      socket.connect(address, Math.toIntExact(access.limits().connect().toMillis()));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether requests to the host go by a proxy, whose refusals are not the host's. */
  public boolean isProxied(URI url) {
    return !access.proxies().forHost(url.getHost()).equals(Proxy.NO_PROXY);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
