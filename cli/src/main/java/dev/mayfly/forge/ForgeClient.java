package dev.mayfly.forge;

import dev.mayfly.http.Answer;
import dev.mayfly.http.Endpoint;
import dev.mayfly.http.HttpAccess;
import dev.mayfly.http.HttpTransport;
import dev.mayfly.http.OriginClient;
import dev.mayfly.http.Request;
import dev.mayfly.preview.UntrustedText;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Asks a forge's API, and says in a forge's terms what went wrong.
 *
 * @param pageSize the query that asks for large pages
 */
record ForgeClient(OriginClient client, String pageSize) {
  private static final int SHOWN = 200;

  /** A client for the API at this address. */
  ForgeClient(HttpAccess http, Endpoint api, String accept, String pageSize) {
    this(
        new OriginClient(
            HttpTransport.strict(http), api, accept, answer -> isSecondaryLimit(answer, api)),
        pageSize);
  }

  /** Another API of the same forge, in the same time. */
  ForgeClient at(URI other) {
    return new ForgeClient(client.at(other), pageSize);
  }

  /** What stands at a path. */
  Reply get(String pathAndQuery) throws ForgeException {
    return send(Request.get(pathAndQuery));
  }

  Reply send(Request request) throws ForgeException {
    return switch (client.send(request)) {
      case Answer.Response response when response.isSuccess() ->
          new Reply(request, response, client.endpoint()::redact);
      case Answer.Response response -> throw refusal(request, response);
      case Answer.Silence silence -> throw unheard(request, silence.reason());
      case OriginClient.GivenUp failed -> throw givenUp(request, failed);
      case OriginClient.TurnedAway away ->
          throw ForgeException.ofStatus(
              ForgeException.Kind.RATE_LIMITED,
              away.status(),
              "the forge turns `%s` away and wants %s s of rest"
                  .formatted(request.describe(), Long.toString(away.rest().toSeconds())));
      case OriginClient.Astray astray ->
          throw ForgeException.ofStatus(
              ForgeException.Kind.MALFORMED,
              astray.status(),
              "`" + request.describe() + "` " + words(astray.way()));
    };
  }

  private static String words(OriginClient.Way way) {
    return switch (way) {
      case IN_CIRCLES -> "is redirected in circles";
      case TO_ANOTHER_HOST -> "is redirected to another host, which is never followed";
      case MOVED -> "has moved";
    };
  }

  private ForgeException givenUp(Request request, OriginClient.GivenUp failed) {
    String message =
        "`%s` at `%s` %s"
            .formatted(request.describe(), client.endpoint().url().getHost(), failed.words());
    return failed.unsettled()
        ? ForgeException.unsettled(message)
        : ForgeException.of(
            ForgeException.Kind.UNREACHABLE, message + ", tried " + failed.attempts() + " times");
  }

  private ForgeException unheard(Request request, Answer.Reason reason) {
    return switch (reason) {
      case TOO_LARGE ->
          ForgeException.of(
              ForgeException.Kind.TOO_LARGE,
              "the answer to `" + request.describe() + "` has more than 8 MiB");
      case BUDGET_SPENT ->
          ForgeException.of(
              ForgeException.Kind.UNREACHABLE,
              "the forge took longer than the "
                  + client.budget().toSeconds()
                  + " s this run may take");
      default -> ForgeException.of(ForgeException.Kind.UNREACHABLE, reason.words());
    };
  }

  /** Pauses before something is tried again, after so many attempts. */
  void backOff(int attempts) throws ForgeException {
    if (!client.backOff(attempts)) {
      throw ForgeException.of(ForgeException.Kind.UNREACHABLE, Answer.Reason.INTERRUPTED.words());
    }
  }

  /** GitHub's secondary limits may come as a 403 that only its sentence tells from a refusal. */
  private static boolean isSecondaryLimit(Answer.Response response, Endpoint api) {
    return response.status() == 403
        && said(response, api).toLowerCase(Locale.ROOT).contains("rate limit");
  }

  private ForgeException refusal(Request request, Answer.Response response) {
    int status = response.status();
    ForgeException.Kind kind =
        switch (status) {
          case 401, 403, 407 -> ForgeException.Kind.UNAUTHORIZED;
          case 404, 410 -> ForgeException.Kind.NOT_FOUND;
          default -> ForgeException.Kind.REJECTED;
        };
    String said = said(response, client.endpoint());
    String message = "the forge answers " + status + " to `" + request.describe() + "`";
    return ForgeException.ofStatus(kind, status, said.isEmpty() ? message : message + ": " + said);
  }

  /**
   * What the forge says in its {@code message}, and GitHub in {@code errors[].message}, made fit to
   * be shown.
   */
  private static String said(Answer.Response response, Endpoint api) {
    List<String> said = new ArrayList<>();
    for (Node document : new JsonReader(Budget.EVENT).read("answer", response.body()).documents()) {
      said.add(String.valueOf(document.textAt("message")));
      if (document instanceof MapNode map && map.get("errors") instanceof ListNode errors) {
        errors.items().forEach(error -> said.add(String.valueOf(error.textAt("message"))));
      }
    }
    return UntrustedText.clean(
        api.redact(
            said.stream().filter(text -> !text.equals("null")).collect(Collectors.joining("; "))),
        SHOWN);
  }

  /** Where a request goes. */
  URI resolve(Request request) {
    return client.resolve(request);
  }
}
