package dev.mayfly.access;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Runs the checks: each host, one name that nobody has, and the application itself. */
public final class AccessProbe {
  private final AccessApplication application;
  private final Credentials credentials;
  private final AccessSettings settings;

  public AccessProbe(
      AccessApplication application, Credentials credentials, AccessSettings settings) {
    this.application = application;
    this.credentials = credentials;
    this.settings = settings;
  }

  /** Checks these hosts, and one by chance: it shows the wildcard and not just one application. */
  public Report run(List<String> hosts) {
    List<Result> results = new ArrayList<>();
    try (Visitor visitor = new Visitor(settings)) {
      Visit.Tools tools =
          new Visit.Tools(
              visitor, new TeamKeys(application, visitor), settings.clock(), randomLabel());
      hosts.forEach(host -> results.addAll(check(host, false, tools)));
      results.addAll(check(randomLabel() + "." + application.domain(), true, tools));
      credentials
          .apiToken()
          .map(token -> audit(new ApiPages(token, visitor)).run())
          .ifPresent(results::addAll);
    }
    return new Report(application, results);
  }

  private ApplicationAudit audit(ApiPages api) {
    return new ApplicationAudit(
        application,
        api,
        credentials
            .serviceToken()
            .map(token -> new TokenAudit(application, token, api, settings.clock())));
  }

  private List<Result> check(String host, boolean nobodysHost, Visit.Tools tools) {
    Visit visit = new Visit(application, host, nobodysHost, credentials.serviceToken(), tools);
    return Checks.ALL.stream().map(check -> check.of(visit)).toList();
  }

  private String randomLabel() {
    return "mayfly-" + HexFormat.of().toHexDigits(settings.random().nextLong());
  }
}
