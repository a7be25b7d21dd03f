package dev.mayfly.access;

import dev.mayfly.delivery.Proof;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.preview.PullRequestNumber;
import java.util.List;
import java.util.SortedMap;

/**
 * No preview is delivered to a host that is not shown to be behind Access. The wildcard answers for
 * a host before anything runs there, so this needs no preview, and no token.
 */
public final class AccessProof implements Proof {
  private final AccessSettings settings;

  public AccessProof(AccessSettings settings) {
    this.settings = settings;
  }

  @Override
  public void prove(Overlay overlay, PreviewFacts facts, SortedMap<String, String> files) {
    prove(overlay.blueprint(), facts.pullRequest().number());
  }

  private void prove(Blueprint blueprint, PullRequestNumber number) {
    if (blueprint.app().service().isEmpty()) {
      return;
    }
    AccessApplication application =
        AccessApplication.of(blueprint.platform().exposure())
            .orElseThrow(AccessProblems::withoutAccess);
    String host = PreviewHost.of(blueprint, number);
    Report report = new AccessProbe(application, Credentials.NONE, settings).run(List.of(host));
    switch (report.outcome()) {
      case FAILED -> throw ended(Fault.REFUSED, report);
      case UNREACHABLE -> throw ended(Fault.REMOTE, report);
      case PASSED, SKIPPED -> {}
    }
  }

  private static ProblemsException ended(Fault fault, Report report) {
    return new ProblemsException(fault, report.problems().stream().map(Result::problem).toList());
  }
}
