package dev.mayfly.access;

import dev.mayfly.access.Result.CheckName;
import dev.mayfly.preview.UntrustedText;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the application's definition: what no request from outside can show. */
final class ApplicationAudit {

  private final AccessApplication wanted;
  private final ApiPages api;
  private final Optional<TokenAudit> token;
  private final List<Result> results = new ArrayList<>();

  ApplicationAudit(AccessApplication wanted, ApiPages api, Optional<TokenAudit> token) {
    this.wanted = wanted;
    this.api = api;
    this.token = token;
  }

  List<Result> run() {
    try {
      List<AuditedApplication> all =
          api.list("apps").stream().map(AuditedApplication::new).toList();
      List<AuditedApplication> ours =
          all.stream().filter(app -> app.addresses().contains(wanted.wildcard())).toList();
      if (ours.isEmpty()) {
        failed("no application guards `" + wanted.wildcard() + "`", "make one for exactly that");
      }
      for (AuditedApplication app : ours) {
        audit(app);
      }
      all.forEach(this::refuseMoreSpecific);
      if (results.isEmpty()) {
        add(Evidence.passed("one application, and no way around it"));
      }
      if (token.isPresent()) {
        results.addAll(token.get().run(all));
      }
    } catch (ApiPages.Incomplete e) {
      results.add(new Result(CheckName.APPLICATION, ApiPages.HOST, e.seen()));
    }
    return results;
  }

  private void audit(AuditedApplication app) throws ApiPages.Incomplete {
    if (!app.audience().equals(wanted.audience())) {
      failed(
          "the application on `" + wanted.wildcard() + "` has another audience than the platform's",
          "copy its AUD tag to `exposure.access.audience`");
    }
    if (app.letsPreflightsThrough()) {
      failed("the application lets OPTIONS requests through", "unset options_preflight_bypass");
    }
    List<Node> policies = api.policies(app);
    if (policies.isEmpty()) {
      failed("the application has no policy, so nobody gets in", "add one for the team");
    }
    policies.forEach(this::audit);
  }

  private void audit(Node policy) {
    String decision = SignedToken.text(policy, "decision");
    String name = "the policy `" + UntrustedText.clean(SignedToken.text(policy, "name"), 60) + "` ";
    switch (decision) {
      case "deny" -> {}
      case "allow", "non_identity" -> {
        if (AuditedApplication.includes(policy, "everyone")) {
          failed(name + "includes everyone", "name people, groups or one service token");
        }
        if (AuditedApplication.includes(policy, "any_valid_service_token")) {
          failed(name + "lets any service token of the account in", "name the one token");
        }
      }
      case "bypass" -> failed(name + "is a bypass", "a bypass lets everybody in; remove it");
      default -> failed(name + "has an action this check does not know", "");
    }
  }

  /**
   * A more specific application wins, and inherits nothing (Cloudflare docs, application paths).
   */
  private void refuseMoreSpecific(AuditedApplication app) {
    for (String address : app.addresses()) {
      String lower = address.toLowerCase(Locale.ROOT);
      String host = lower.split("[/:]", 2)[0];
      if (host.endsWith("." + wanted.served().name()) && !lower.equals(wanted.wildcard())) {
        failed(
            "the application on `" + UntrustedText.clean(address, 100) + "` overrides the wildcard",
            "a more specific application inherits no policy; remove it");
      }
    }
  }

  private void failed(String message, String hint) {
    add(Evidence.failed(message, hint));
  }

  private void add(Evidence seen) {
    results.add(new Result(CheckName.APPLICATION, wanted.wildcard(), seen));
  }
}
