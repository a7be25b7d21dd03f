package dev.mayfly.delivery;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.forge.Change;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.GitOps;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.RepositoryName;
import java.util.Optional;
import java.util.SortedMap;

/**
 * People who close a GitOps pull request without merging it said no to that commit. It is not
 * proposed again, however often events and sweeps come by; a new commit is.
 */
public record Declined(Forge forge, Platform platform, Optional<RepositoryName> gitops)
    implements Proof {

  @Override
  public void prove(Overlay overlay, PreviewFacts facts, SortedMap<String, String> files) {
    if (gitops.isEmpty() || platform.gitops().change() == GitOps.Change.PUSH) {
      return;
    }
    PreviewId id = PreviewSelection.id(overlay.blueprint(), facts.pullRequest());
    ChangeText text = ChangeText.opened(platform, overlay.blueprint(), facts, overlay);
    try {
      Optional<Change> declined =
          forge.declined(
              gitops.get(), PreviewBranch.of(id).shortName(), platform.gitops().branch());
      if (declined.filter(text::isSaidBy).isPresent()) {
        Problem problem = warning(declined.get());
        throw new ProblemsException(
            Fault.REFUSED, Problem.error(problem.id(), null, problem.message(), problem.hint()));
      }
    } catch (ForgeException e) {
      throw e.endsCommand();
    }
  }

  static Problem warning(Change declined) {
    return Problem.warning(
        "declined",
        null,
        declined.url() + " was closed without a merge, so the same is not proposed again",
        "reopen it, or delete its branch to free its place; a new commit is proposed anew");
  }
}
