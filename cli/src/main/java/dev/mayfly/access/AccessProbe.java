package dev.mayfly.access;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Runs the checks: each host, one name that nobody has, and the application itself. */
public final class AccessProbe {
  private final Guard guard;
  private final GuardCredentials credentials;
  private final AccessSettings settings;

  public AccessProbe(Guard guard, GuardCredentials credentials, AccessSettings settings) {
    this.guard = guard;
    this.credentials = credentials;
    this.settings = settings;
  }

  /** Checks these hosts, and siblings by chance: they show the wildcard, not one application. */
  public Report run(List<String> hosts) {
    List<Result> results = new ArrayList<>();
    try (GuardClient visitor = new GuardClient(settings)) {
      HostProbe.Tools tools = new HostProbe.Tools(visitor, randomLabel());
      List<Check> checks = Checks.of(guard, credentials, settings, visitor);
      hosts.forEach(host -> results.addAll(run(checks, new HostProbe(host, false, tools))));
      Stream<String> parents =
          Stream.concat(
              guard.served().parents().stream(),
              hosts.stream().filter(guard::covers).map(ServedDomain::parent));
      parents
          .distinct()
          .map(parent -> new HostProbe(randomLabel() + "." + parent, true, tools))
          .forEach(visit -> results.addAll(run(checks, visit)));
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

  private static List<Result> run(List<Check> checks, HostProbe visit) {
    return checks.stream().map(check -> check.of(visit)).toList();
  }

  private String randomLabel() {
    return "mayfly-" + HexFormat.of().toHexDigits(settings.random().nextLong());
  }
}
