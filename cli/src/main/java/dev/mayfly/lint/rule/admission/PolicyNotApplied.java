package dev.mayfly.lint.rule.admission;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.facts.AppliedPolicy;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import java.util.List;
import java.util.Optional;

/** By the facts of the run: the cluster does not hold previews to the policy that is rendered. */
public final class PolicyNotApplied implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    Optional<ClusterFacts> facts = out.facts();
    if (facts.isEmpty()) {
      return;
    }
    for (Resource policy : corpus.of(Policies.VALIDATING)) {
      if (Policies.app(policy) != null) {
        check(policy, facts.get().policies(), out.about(policy));
      }
    }
  }

  private static void check(Resource policy, Optional<List<AppliedPolicy>> applied, Findings out) {
    Optional<AppliedPolicy> live =
        applied.stream()
            .flatMap(List::stream)
            .filter(known -> known.name().equals(policy.name()))
            .findFirst();
    if (applied.isEmpty()) {
      out.unverifiable(
          policy.subject(),
          "the facts list no admission policy",
          "list validatingadmissionpolicies and validatingadmissionpolicybindings too");
    } else if (live.isEmpty()) {
      out.add(policy.subject(), "the cluster does not have this policy");
    } else {
      if (!live.get().says().equals(AppliedPolicy.said(policy.root()))) {
        out.add(policy.subject(), "the policy in the cluster says something else");
      }
      if (!live.get().denies()) {
        out.add(policy.subject(), "no binding in the cluster makes this policy deny");
      }
      live.get()
          .warnings()
          .forEach(
              warning ->
                  out.add(
                      Severity.WARNING,
                      policy.subject(),
                      "the API server warns of an expression: " + warning));
    }
  }
}
