package dev.mayfly.access;

import dev.mayfly.delivery.Proof;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.http.HttpAccess;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.manifest.PreviewHosts;
import dev.mayfly.platform.Blueprint;
import java.util.List;
import java.util.SortedMap;

/**
 * No preview is delivered to a host that is not shown to be guarded. What guards the wildcard
 * answers for a host before anything runs there, so this needs no preview, and no token.
 *
 * @param outside whether somebody says that this machine is in none of the named networks
 */
public record AccessProof(HttpAccess http, boolean outside) implements Proof {
  @Override
  public void prove(Overlay overlay, PreviewFacts facts, SortedMap<String, String> files) {
    Blueprint blueprint = overlay.blueprint();
    if (blueprint.url().isEmpty()) {
      return;
    }
    Guard guard = Guard.of(blueprint.platform()).orElseThrow(AccessProblems::withoutAccess);
    List<String> hosts = PreviewHosts.of(blueprint, facts);
    Report report = new AccessProbe(guard, GuardCredentials.NONE, http, outside).run(hosts);
    switch (report.outcome()) {
      case FAILED, UNVERIFIABLE -> throw ended(Fault.REFUSED, report);
      case UNREACHABLE -> throw ended(Fault.REMOTE, report);
      case PASSED, SKIPPED -> {}
    }
  }

  private static ProblemsException ended(Fault fault, Report report) {
    return new ProblemsException(fault, report.problems().stream().map(Result::problem).toList());
  }
}
