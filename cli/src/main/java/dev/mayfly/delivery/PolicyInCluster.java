package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.facts.AppliedPolicy;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.manifest.LivePreviews;
import dev.mayfly.manifest.PlatformSet;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a cluster holds previews to the admission policies that the platform renders. */
final class PolicyInCluster {
  private static final String HINT =
      "apply policy and binding before anything else: docs/how-to/apply-platform.md";

  private PolicyInCluster() {}

  /** What is amiss, by the facts of the cluster. */
  static List<Problem> problems(Policy policy, ClusterFacts facts) {
    Optional<List<AppliedPolicy>> applied = facts.policies();
    if (applied.isEmpty()) {
      return List.of(
          Problem.warning(
              "policy-unknown",
              null,
              "the facts list no admission policy",
              "list validatingadmissionpolicies and validatingadmissionpolicybindings too"));
    }
    List<Problem> problems = new ArrayList<>();
    PlatformSet.files(policy.loaded(), LivePreviews.NONE, policy.templates())
        .forEach((path, text) -> {
          for (Node document :
              new YamlReader(Budget.ADMIN).read(new Source(path, text)).documents()) {
            if ("ValidatingAdmissionPolicy".equals(document.textAt("kind"))) {
              AppliedPolicy.gaps(document, applied.get())
                  .forEach(gap -> problems.add(problem(path, gap)));
            }
          }
        });
    return problems;
  }

  private static Problem problem(String path, AppliedPolicy.Gap gap) {
    return new Problem(
        "policy-not-applied", gap.severity(), Location.ofFile(path), gap.message(), HINT);
  }
}
