package dev.mayfly.forge;

import dev.mayfly.diagnostic.Activity.Step;
import dev.mayfly.preview.UntrustedText;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Sends requests until they are answered or it is certain that they will not be. Reads and
 * repeatable writes are sent again after server errors and cut connections; a write that creates
 * something is not, since its first copy may have arrived.
 */
final class ForgeClient {
  private static final int REDIRECTS = 5;
  private static final int SHOWN = 200;
  private final ForgeAccess access;
  private final URI base;
  private final Wire wire;
  private final RetryBudget patience;

  /** A client for the API below this address, which has no final slash. */
  ForgeClient(ForgeAccess access, URI base, String accept) {
    this.access = access;
    this.base = base;
    this.wire = new Wire(access, accept);
    this.patience = new RetryBudget(access);
  }

  RetryBudget patience() {
    return patience;
  }

  Reply send(Call call) throws ForgeException {
    String host = String.valueOf(base.getHost());
    try (Step step = access.activity().begin("asking", host + ": " + call.describe())) {
      step.outcome("no answer");
      return answered(call, step);
    }
  }

  private Reply answered(Call call, Step step) throws ForgeException {
    int redirects = 0;
    Call current = call;
    for (int attempt = 1; ; attempt++) {
      URI uri = resolve(current);
      HttpResponse<byte[]> response;
      try {
        response = wire.exchange(current, uri, patience.forRequest());
      } catch (Wire.NoAnswer e) {
        retryOrThrow(call, attempt, e.sent(), "gives no answer");
        continue;
      }
      int status = response.statusCode();
      step.outcome(Integer.toString(status));
      if (status / 100 == 2) {
        return Reply.of(call, response, access::redact);
      } else if (status / 100 == 3) {
        if (++redirects > REDIRECTS) {
          throw ForgeException.of(
              ForgeException.Kind.MALFORMED, "`" + call.describe() + "` is redirected in circles");
        }
        current = redirected(current, uri, response);
      } else if (isRateLimit(response)) {
        waitOrThrow(call, attempt, response);
      } else if (status / 100 == 5) {
        retryOrThrow(call, attempt, true, "answers " + status);
      } else {
        throw refusal(call, response);
      }
    }
  }

  /** GitHub's secondary limits may come as a 403 that only its sentence tells from a refusal. */
  private boolean isRateLimit(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    return RetryAfter.isRateLimit(status, response.headers())
        || (status == 403 && said(response.body()).toLowerCase(Locale.ROOT).contains("rate limit"));
  }

  private void retryOrThrow(Call call, int attempt, boolean sent, String what)
      throws ForgeException {
    String message = "`%s` at `%s` %s".formatted(call.describe(), base.getHost(), what);
    if (sent && !call.repeatable()) {
      throw ForgeException.unsettled(message);
    }
    if (attempt >= RetryBudget.ATTEMPTS) {
      throw ForgeException.of(
          ForgeException.Kind.UNREACHABLE, message + ", tried " + attempt + " times");
    }
    access.activity().detail("again, after try " + attempt + ": " + message);
    patience.backOff(attempt);
  }

  /** A request that was turned away for its rate was not carried out, so any may be sent again. */
  private void waitOrThrow(Call call, int attempt, HttpResponse<byte[]> response)
      throws ForgeException {
    Duration wait = RetryAfter.of(response.headers(), patience.now());
    if (attempt >= RetryBudget.ATTEMPTS || !patience.allows(wait)) {
      throw ForgeException.ofStatus(
          ForgeException.Kind.RATE_LIMITED,
          response.statusCode(),
          "the forge turns `%s` away and wants %s s of rest"
              .formatted(call.describe(), Long.toString(wait.toSeconds())));
    }
    access.activity().detail("the forge wants " + wait.toSeconds() + " s of rest");
    patience.sleep(wait);
  }

  /** Follows a redirect on the same host; 301 to 303 would turn a write into a read. */
  private Call redirected(Call call, URI from, HttpResponse<byte[]> response)
      throws ForgeException {
    URI target =
        response
            .headers()
            .firstValue("location")
            .flatMap(location -> SameHost.resolve(from, location))
            .orElseThrow(
                () ->
                    ForgeException.of(
                        ForgeException.Kind.MALFORMED,
                        "`"
                            + call.describe()
                            + "` is redirected to another host, which is never"
                            + " followed"));
    int status = response.statusCode();
    if (!call.isRead() && status != 307 && status != 308) {
      throw ForgeException.ofStatus(
          ForgeException.Kind.MALFORMED, status, "`" + call.describe() + "` has moved");
    }
    return call.to(target.toString());
  }

  private ForgeException refusal(Call call, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    ForgeException.Kind kind =
        switch (status) {
          case 401, 403, 407 -> ForgeException.Kind.UNAUTHORIZED;
          case 404, 410 -> ForgeException.Kind.NOT_FOUND;
          default -> ForgeException.Kind.REJECTED;
        };
    String said = said(response.body());
    String message = "the forge answers " + status + " to `" + call.describe() + "`";
    return ForgeException.ofStatus(kind, status, said.isEmpty() ? message : message + ": " + said);
  }

  /**
   * What the forge says in its {@code message}, and GitHub in {@code errors[].message}, made fit to
   * be shown.
   */
  private String said(byte[] body) {
    List<String> said = new ArrayList<>();
    for (Node document : new JsonReader(Budget.EVENT).read("answer", body).documents()) {
      said.add(String.valueOf(document.textAt("message")));
      if (document instanceof MapNode map && map.get("errors") instanceof ListNode errors) {
        errors.items().forEach(error -> said.add(String.valueOf(error.textAt("message"))));
      }
    }
    return UntrustedText.clean(
        access.redact(
            said.stream().filter(text -> !text.equals("null")).collect(Collectors.joining("; "))),
        SHOWN);
  }

  /** Where a call goes. */
  URI resolve(Call call) {
    return call.path().startsWith("/") ? URI.create(base + call.path()) : URI.create(call.path());
  }
}
