package dev.mayfly.access;

import dev.mayfly.http.Answer;
import dev.mayfly.http.HttpTransport;
import dev.mayfly.http.Request;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads whole lists from Cloudflare's API. A list that lacks a page would hide what is on it. */
record ApiPages(GuardCredentials.ApiToken token, HttpTransport http) {
  static final String HOST = "api.cloudflare.com";
  private static final Map<String, String> JSON = Map.of("Accept", "application/json");
  private static final int PER_PAGE = 50;
  private static final int MOST_PAGES = 100;
  private static final Budget BUDGET = new Budget(1 << 20, 32, 200_000, true);

  /** A list that could not be read to its end. */
  static final class Incomplete extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Evidence seen;

    Incomplete(Evidence seen) {
      this.seen = seen;
    }

    Evidence seen() {
      return seen;
    }
  }

  /** All items below the account's {@code /access}. */
  List<Node> list(String path) throws Incomplete {
    List<Node> items = new ArrayList<>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      Node document = read(path, page);
      if (!(document.at("result") instanceof ListNode found)) {
        throw failed("the Cloudflare API answers without a list of `" + path + "`");
      }
      items.addAll(found.items());
      Optional<Integer> total = number(document, "total_pages");
      if (total.isPresent() ? page >= total.get() : found.items().size() < PER_PAGE) {
        return items;
      }
    }
    throw failed("the Cloudflare API lists more than " + MOST_PAGES + " pages of `" + path + "`");
  }

  /** The policies of an application, asked for where its own entry only refers to them. */
  List<Node> policies(AuditedApplication app) throws Incomplete {
    if (app.policies().isPresent()) {
      return app.policies().get();
    }
    return app.id().matches("[0-9a-f-]{8,64}") ? list("apps/" + app.id() + "/policies") : List.of();
  }

  private Node read(String path, int page) throws Incomplete {
    String url =
        "https://"
            + HOST
            + "/client/v4/accounts/"
            + token.account()
            + "/access/"
            + path
            + "?page="
            + page
            + "&per_page="
            + PER_PAGE;
    return switch (http.ask(
        Request.get(url)
            .with(JSON)
            .withSecrets(Map.of("Authorization", token.token()))
            .atMost(AskedOnce.LARGEST))) {
      case Answer.Silence silence -> throw new Incomplete(Evidence.silent(HOST, silence));
      case Answer.Response response when response.status() == 200 ->
          new JsonReader(BUDGET)
              .read("answer", response.body()).documents().stream()
                  .filter(document -> "true".equals(document.textAt("success")))
                  .findFirst()
                  .orElseThrow(() -> failed("the Cloudflare API gives no answer that can be read"));
      case Answer.Response response ->
          throw failed("the Cloudflare API answers " + response.status() + " to `" + path + "`");
    };
  }

  private static Optional<Integer> number(Node document, String key) {
    return document.at("result_info", key) instanceof ScalarNode scalar
            && scalar.text().matches("[0-9]{1,6}")
        ? Optional.of(Integer.valueOf(scalar.text()))
        : Optional.empty();
  }

  private static Incomplete failed(String message) {
    return new Incomplete(
        Evidence.failed(
            message,
            "the API token needs the permissions Access: Apps and Policies Read and, where a service"
                + " token is given, Access: Service Tokens Read on this account"));
  }
}
