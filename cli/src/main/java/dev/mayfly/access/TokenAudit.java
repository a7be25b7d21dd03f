package dev.mayfly.access;

import dev.mayfly.access.Result.CheckName;
import dev.mayfly.preview.UntrustedText;
import dev.mayfly.yaml.Node;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The service token of CI and agents, as the API describes it: it has not expired, a policy of the
 * previews' application names it, and no other application does. A request can show the first of
 * these at most.
 */
final class TokenAudit {

  private static final Duration SOON = Duration.ofDays(30);
  private final AccessApplication wanted;
  private final GuardCredentials.ServiceToken token;
  private final ApiPages api;
  private final InstantSource clock;
  private final List<Result> results = new ArrayList<>();
  private String expiry = "";

  TokenAudit(
      AccessApplication wanted,
      GuardCredentials.ServiceToken token,
      ApiPages api,
      InstantSource clock) {
    this.wanted = wanted;
    this.token = token;
    this.api = api;
    this.clock = clock;
  }

  /** Looks for the token in every application of the account. */
  List<Result> run(List<AuditedApplication> applications) throws ApiPages.Incomplete {
    List<Node> same =
        api.list("service_tokens").stream()
            .filter(known -> token.id().is(String.valueOf(known.textAt("client_id"))))
            .toList();
    if (same.size() != 1) {
      failed("the account has no such service token", "CF_ACCESS_CLIENT_ID names it");
      return results;
    }
    lookAtExpiry(same.getFirst());
    String id = SignedToken.text(same.getFirst(), "id");
    boolean named = false;
    for (AuditedApplication application : applications) {
      boolean ours = application.addresses().contains(wanted.wildcard());
      for (Node policy : api.policies(application)) {
        if (names(policy, id)) {
          named |= ours && judge(policy);
          if (!ours) {
            failed(
                "the token also opens the application on `"
                    + UntrustedText.clean(String.join(", ", application.addresses()), 100)
                    + "`",
                "make a token for the previews alone");
          }
        }
      }
    }
    if (!named && results.isEmpty()) {
      failed(
          "no policy of the application names the token",
          "add a policy with the action Service Auth that includes this one token");
    }
    if (results.isEmpty()) {
      add(Evidence.passed("named by this application alone; it " + expiry));
    }
    return results;
  }

  /** Whether the policy lets the token in; with the action Allow it is sent to the login. */
  private boolean judge(Node policy) {
    boolean serviceAuth = "non_identity".equals(SignedToken.text(policy, "decision"));
    if (!serviceAuth) {
      failed(
          "the policy `"
              + UntrustedText.clean(SignedToken.text(policy, "name"), 60)
              + "` names the token, but not with the action Service Auth",
          "with another action, a token is sent to the login page");
    }
    return serviceAuth;
  }

  private void lookAtExpiry(Node known) {
    String written = SignedToken.text(known, "expires_at");
    try {
      Duration left =
          Duration.between(
              clock.instant(), written.isEmpty() ? Instant.MAX : Instant.parse(written));
      expiry = written.isEmpty() ? "never expires" : "expires in " + left.toDays() + " days";
      if (left.isNegative()) {
        failed("the token expired on " + written.substring(0, 10), "rotate it");
      } else if (left.compareTo(SOON) < 0) {
        expiry += ": renew it";
      }
    } catch (DateTimeException e) {
      failed("the token has no expiry that can be read", "");
    }
  }

  private static boolean names(Node policy, String id) {
    return policy.itemsAt("include").stream()
        .anyMatch(rule -> id.equals(rule.textAt("service_token", "token_id")));
  }

  private void failed(String message, String hint) {
    add(Evidence.failed(message, hint));
  }

  private void add(Evidence seen) {
    results.add(new Result(CheckName.TOKEN, wanted.wildcard(), seen));
  }
}
