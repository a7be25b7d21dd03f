package dev.mayfly.review;

import dev.mayfly.delivery.Policy;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.lint.Overrides;
import dev.mayfly.lint.rule.RuleCatalog;
import dev.mayfly.preview.PreviewFolders;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a reviewer of the GitOps repository has to know, in one list: where the overlays are not
 * what the policy makes of their records, and what lint says of what they should be. Only trusted
 * inputs are judged by it, so no comment in a pull request can silence anything.
 */
public final class ReviewFindings {
  private ReviewFindings() {}

  /** All of them, and how many documents were judged. */
  public static TreeLint.Outcome of(List<Problem> proofs, Rerendering rendering, Policy policy) {
    LintSettings settings =
        LintSettings.of(policy.platform(), RuleCatalog.ALL)
            .withOverridden(Overrides.kinds(policy.templates().overridden()));
    Location previews = Location.ofFile(PreviewFolders.ROOT);
    Stream<Finding> proven =
        Stream.concat(
                proofs.stream(),
                rendering.problems().stream().filter(it -> !rendering.orphans().contains(it)))
            .distinct()
            .map(problem -> Finding.of(problem, previews));
    Rerendering whole =
        new Rerendering(rendering.files(), rendering.chartObjects(), List.of(), List.of());
    TreeLint.Outcome linted = TreeLint.rendered(whole, settings);
    return new TreeLint.Outcome(
        Stream.concat(proven, linted.findings().stream()).sorted().toList(),
        linted.documents(),
        linted.stale());
  }
}
