package dev.mayfly.lint.rule.admission;

import dev.mayfly.facts.AppliedPolicy;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import java.util.List;
import java.util.Optional;

/** By the facts of the run: the cluster does not hold previews to the policy that is rendered. */
public final class PolicyNotApplied implements ResourceRule {
  @Override
  public void check(Corpus corpus, Resource policy, Findings out) {
    if (Policies.app(policy) != null) {
      out.settings().facts().ifPresent(facts -> check(policy, facts.policies(), out));
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
    AppliedPolicy.gaps(policy.root(), applied.get())
        .forEach(gap -> out.add(gap.severity(), policy.subject(), gap.message()));
  }
}
