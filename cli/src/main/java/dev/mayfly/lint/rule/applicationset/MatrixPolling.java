package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.Numbers;
import dev.mayfly.lint.view.SetView;

/** Pull requests are listed as often as another generator is read. */
public final class MatrixPolling implements SetRule {
  /** Argo CD, {@code DefaultRequeueAfter} of the git generator. */
  private static final long USUAL = 180;

  private static final long LISTING = 1800;

  @Override
  public void check(SetView set, Findings out) {
    for (Generator combined : set.flattened().toList()) {
      long listed = LISTING;
      boolean lists = false;
      for (Generator child : combined.children()) {
        lists |= child.is("pullRequest");
        listed = child.is("pullRequest") ? interval(child, LISTING, out) : listed;
      }
      for (Generator child : combined.children()) {
        long read = interval(child, USUAL, out);
        if (lists && child.is("git") && read > 0 && read < listed) {
          out.add(
              child.key(),
              "`git` is read every " + read + " seconds, and the pull requests with it");
        }
      }
    }
  }

  private static long interval(Generator generator, long usual, Findings out) {
    return Numbers.read(generator.body().get("requeueAfterSeconds"), out).orElse(usual);
  }
}
