package dev.mayfly.access;

import dev.mayfly.http.HttpAccess;
import dev.mayfly.http.HttpAccess.Limits;
import dev.mayfly.http.HttpTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the checks: each host, one name that nobody has, and the application itself.
 *
 * @param outside whether somebody says that this machine is in none of the named networks
 */
public record AccessProbe(
    Guard guard, GuardCredentials credentials, HttpAccess http, boolean outside) {
  /** What visits to preview hosts may take of a CI job. */
  public static final Limits LIMITS =
      new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMinutes(3));

  /** Checks these hosts, and siblings by chance: they show the wildcard, not one application. */
  public Report run(List<String> hosts) {
    List<Result> results = new ArrayList<>();
    try (HttpTransport transport = HttpTransport.strict(http)) {
      String label = randomLabel();
      List<Checks.Named> checks = Checks.of(guard, credentials, transport, http.clock(), outside);
      hosts.forEach(
          host -> results.addAll(run(checks, new HostProbe(host, false, transport, label))));
      Stream<String> parents =
          Stream.concat(
              guard.served().parents().stream(),
              hosts.stream().filter(guard::covers).map(ServedDomain::parent));
      parents
          .distinct()
          .map(parent -> new HostProbe(randomLabel() + "." + parent, true, transport, label))
          .forEach(visit -> results.addAll(run(checks, visit)));
      if (guard instanceof AccessApplication application) {
        credentials
            .apiToken()
            .map(token -> audit(application, new ApiPages(token, transport)).run())
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
            .map(token -> new TokenAudit(application, token, api, http.clock())));
  }

  private static List<Result> run(List<Checks.Named> checks, HostProbe visit) {
    return checks.stream()
        .map(it -> new Result(it.name(), visit.host(), it.check().of(visit)))
        .toList();
  }

  private String randomLabel() {
    return "mayfly-" + HexFormat.of().toHexDigits(http.random().nextLong());
  }
}
