package dev.mayfly.access;

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
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Sends one request to one host over HTTPS. Redirects are never followed, so that no answer can
 * lead a request, or the token in it, anywhere else.
 */
public final class GuardClient implements AutoCloseable {
  private static final int LARGEST = 1 << 20;
  private final AccessSettings settings;
  private final Instant deadline;
  private final HttpClient client;

  /** Nothing is sent yet; the budget of the settings begins now. */
  public GuardClient(AccessSettings settings) {
    this.settings = settings;
    this.deadline = settings.clock().instant().plus(settings.budget());
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connect())
            .proxy(settings.proxies().orElse(HttpClient.Builder.NO_PROXY));
    settings.authorities().ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  /** Status and headers; a body is not read, however long it is. */
  Answer knock(String method, String host, Map<String, String> headers) {
    return knock(method, host, "/", headers);
  }

  /** The same at another path, which begins with a slash. */
  Answer knock(String method, String host, String path, Map<String, String> headers) {
    return visit(method, host, path, headers, info -> new NoBody());
  }

  /** Whether somebody answers there, be it with a certificate that does not hold. */
  boolean hears(String host) {
    return switch (knock("HEAD", host, Map.of())) {
      case Answer.Response response -> true;
      case Answer.Silence silence -> silence.reason() == Answer.Reason.TLS;
    };
  }

  /**
   * Whether somebody takes a connection, and be it to say nothing. The client's time to connect
   * holds for the TLS handshake as well, so it cannot tell.
   */
  boolean isTaken(String host) {
    URI url = URI.create("https://" + host);
    try (Socket socket = new Socket()) {
      int port = url.getPort() < 0 ? 443 : url.getPort();
      InetSocketAddress address = new InetSocketAddress(url.getHost(), port);
      socket.connect(address, Math.toIntExact(settings.connect().toMillis()));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether requests to the host go by a proxy, whose refusals are not the host's. */
  boolean isProxied(String host) {
    return settings
        .proxies()
        .filter(
            proxies ->
                proxies.select(URI.create("https://" + host + "/")).stream()
                    .anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT))
        .isPresent();
  }

  /** A document of at most one MiB. */
  Answer read(String host, String path, Map<String, String> headers) {
    return read(host, path, headers, LARGEST);
  }

  /** A document of at most so many bytes. */
  public Answer read(String host, String path, Map<String, String> headers, int largest) {
    HttpResponse.BodyHandler<byte[]> whole = HttpResponse.BodyHandlers.ofByteArray();
    return visit("GET", host, path, headers, HttpResponse.BodyHandlers.limiting(whole, largest));
  }

  private Answer visit(
      String method,
      String host,
      String path,
      Map<String, String> headers,
      HttpResponse.BodyHandler<byte[]> handler) {
    String url = ShownUrl.of(URI.create("https://" + host + path));
    try (Step step = settings.activity().begin("asking", host)) {
      Answer answer = answer(method, host, path, headers, handler);
      String words =
          switch (answer) {
            case Answer.Response response -> Integer.toString(response.status());
            case Answer.Silence silence -> "no answer: " + silence.reason().words();
          };
      step.outcome(words);
      settings.activity().detail(method + " " + url + ": " + words);
      return answer;
    }
  }

  private Answer answer(
      String method,
      String host,
      String path,
      Map<String, String> headers,
      HttpResponse.BodyHandler<byte[]> handler) {
    Duration left = Duration.between(settings.clock().instant(), deadline);
    Duration limit = left.compareTo(settings.answer()) < 0 ? left : settings.answer();
    if (!limit.isPositive()) {
      return new Answer.Silence(Answer.Reason.TIME_OUT);
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("https://" + host + path)).header("User-Agent", "mayfly");
    headers.forEach(request::header);
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request.method(method, BodyPublishers.noBody()).build(), handler);
    try {
      HttpResponse<byte[]> response = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer.Response(response.statusCode(), response.headers(), response.body());
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Answer.Silence(Answer.Reason.TIME_OUT);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.Silence(Answer.Reason.CUT);
    } catch (ExecutionException e) {
      return new Answer.Silence(reason(Objects.requireNonNullElse(e.getCause(), e)));
    }
  }

  /** The client's own sentences stay here: they may quote what a server sent. */
  private static Answer.Reason reason(Throwable cause) {
    return switch (cause) {
      case HttpConnectTimeoutException e -> Answer.Reason.CONNECT_TIME_OUT;
      case ConnectException e when e.getCause() instanceof UnresolvedAddressException ->
          Answer.Reason.UNKNOWN_HOST;
      case ConnectException e -> Answer.Reason.NOT_CONNECTED;
      case SSLException e -> Answer.Reason.TLS;
      // The client has no type of its own for these two.
      case IOException e when says(e, "Tunnel failed") -> Answer.Reason.NOT_CONNECTED;
      case IOException e when says(e, "body exceeds capacity") -> Answer.Reason.TOO_LARGE;
      case IOException e -> Answer.Reason.CUT;
      default -> throw new IllegalStateException("the HTTP client failed", cause);
    };
  }

  private static boolean says(IOException e, String words) {
    return String.valueOf(e.getMessage()).contains(words);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
