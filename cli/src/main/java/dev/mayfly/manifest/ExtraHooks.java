package dev.mayfly.manifest;

import dev.mayfly.argocd.SyncHooks;
import dev.mayfly.argocd.SyncPhase;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.template.Template;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.Optional;

/** Hooks of an extra that could not run, or would hold up the deletion of the preview. */
record ExtraHooks(Blueprint blueprint, Template template, Value.Fields object, Problems problems) {
  void check() {
    check(SyncHooks.ARGO);
    check(SyncHooks.HELM);
  }

  private void check(String annotation) {
    String[] path = {"metadata", "annotations", annotation};
    String words = ExtraRules.text(object, path).map(Text::toString).orElse("");
    for (String hook : SyncHooks.words(words)) {
      Optional<SyncPhase> phase = SyncHooks.phase(hook);
      // Before a sync there is no Namespace yet.
      if (phase.filter(SyncPhase.PRE_SYNC::equals).isPresent()) {
        problems.error(
            "extra-hook",
            template.at(path),
            "`" + hook + "` cannot run: the preview's namespace is not there yet",
            "make it an object in a sync wave, or a `Sync` or `PostSync` hook");
      } else if (phase.filter(SyncPhase::isOfDeletion).isPresent()) {
        // Argo CD renders these once more from Git when it deletes, and waits for them (Argo CD,
        // controller/hook.go, executeHooks): where files are gone that fails, and the Application
        // stays.
        problems.error(
            "extra-hook",
            template.at(path),
            "`" + hook + "` would hold up the deletion: " + whatFails(),
            "drop what lies outside the cluster by a CronJob of your own, as in"
                + " examples/shapes/database-by-job");
      }
    }
  }

  private String whatFails() {
    return blueprint.platform().gitops().isGenerator()
        ? "where it fails, the Application is never deleted"
        : "it is read from Git once more, where the preview's files are gone";
  }
}
