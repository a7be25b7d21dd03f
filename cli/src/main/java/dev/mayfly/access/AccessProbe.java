package dev.mayfly.access;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Runs the checks: each host, one name that nobody has, and the application itself. */
public final class AccessProbe {
  private final Guard guard;
  private final Credentials credentials;
  private final AccessSettings settings;

  public AccessProbe(Guard guard, Credentials credentials, AccessSettings settings) {
    this.guard = guard;
    this.credentials = credentials;
    this.settings = settings;
  }

  /** Checks these hosts, and one by chance: it shows the wildcard and not just one application. */
  public Report run(List<String> hosts) {
    List<Result> results = new ArrayList<>();
    try (Visitor visitor = new Visitor(settings)) {
      Visit.Tools tools = new Visit.Tools(visitor, randomLabel());
      List<Check> checks = Checks.of(guard, credentials, settings, visitor);
      hosts.forEach(host -> results.addAll(run(checks, new Visit(host, false, tools))));
      String nobodys = randomLabel() + "." + guard.domain();
      results.addAll(run(checks, new Visit(nobodys, true, tools)));
      if (guard instanceof AccessApplication application) {
        credentials
            .apiToken()
            .map(token -> audit(application, new ApiPages(token, visitor)).run())
            .ifPresent(results::addAll);
      }
    }
    return new Report(guard, results);
  }

  private ApplicationAudit audit(AccessApplication application, ApiPages api) {
    return new ApplicationAudit(
        application,
        api,
        credentials
            .serviceToken()
            .map(token -> new TokenAudit(application, token, api, settings.clock())));
  }

  private static List<Result> run(List<Check> checks, Visit visit) {
    return checks.stream().map(check -> check.of(visit)).toList();
  }

  private String randomLabel() {
    return "mayfly-" + HexFormat.of().toHexDigits(settings.random().nextLong());
  }
}
