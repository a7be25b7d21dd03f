package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.platform.Platform;

/** What is refused where Argo CD's generator makes the previews, as no overlays are there. */
final class GeneratorRefusals {
  /** Where a generator makes the previews, and somebody wants to open or close one. */
  static final Problem OPEN_OR_CLOSE =
      generator("not by overlays", "use `mayfly admit --label`, which admits and withdraws them");

  /** Argo CD compares the commits of both sources (Argo CD, {@code alreadyAttemptedSync}). */
  static final Problem RETRY =
      generator(
          "so no overlay can be retried",
          "the next commit to the pull request or to the GitOps branch has Argo CD try again what is"
              + " out of sync");

  /** An empty list would say that there are none. */
  static final Problem LIST =
      generator(
          "so Git knows none of them",
          "`kubectl get applications.argoproj.io -A` lists them; `mayfly sync` says which are"
              + " admitted");

  private GeneratorRefusals() {}

  /**
   * @param otherwise what is said where there are none
   * @throws ProblemsException (configuration) when the platform delivers by Argo CD's generator
   */
  static void requireOverlays(Platform platform, Problem otherwise) {
    if (platform.gitops().isGenerator()) {
      throw new ProblemsException(Fault.CONFIGURATION, otherwise);
    }
  }

  private static Problem generator(String so, String hint) {
    return Problem.error(
        "delivery-generator",
        null,
        "this platform's previews are made by Argo CD's generator, " + so,
        hint);
  }
}
