package dev.mayfly.lint.rule.admission;

import dev.mayfly.facts.AppliedPolicy;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.facts.PolicyComparison;
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
    if (applied.isEmpty()) {
      out.unverifiable(
          policy.subject(),
          "the facts list no admission policy",
          "list validatingadmissionpolicies and validatingadmissionpolicybindings too");
      return;
    }
    PolicyComparison.of(policy.root(), applied.get())
        .forEach(gap -> out.add(gap.severity(), policy.subject(), gap.message()));
  }
}
