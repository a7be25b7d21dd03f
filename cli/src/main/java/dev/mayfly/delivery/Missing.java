package dev.mayfly.delivery;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.forge.RemotePullRequest;
import dev.mayfly.platform.App;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Opens previews of pull requests that should have one and have none: their event was lost. */
public final class Missing {
  private final Desk desk;
  private final Forge forge;
  private final DigestSource digests;
  private final List<Problem> problems = new ArrayList<>();

  public Missing(Desk desk, Forge forge, DigestSource digests) {
    this.desk = desk;
    this.forge = forge;
    this.digests = digests;
  }

  /** Opens what is missing and says so line by line; who is not admitted is passed over. */
  public List<String> open(Policy policy) {
    List<String> lines = new ArrayList<>();
    SortedSet<PreviewId> holders =
        GitOpsView.read(desk.remote(), desk.remote().require(desk.branch())).holders();
    for (App app : policy.platform().apps()) {
      for (RemotePullRequest candidate : candidates(app)) {
        PreviewId id = new PreviewId(app.name(), candidate.pullRequest().number());
        boolean labelled =
            candidate
                .pullRequest()
                .details()
                .labels()
                .containsAll(policy.platform().admission().labels().all());
        if (labelled && !holders.contains(id)) {
          open(app, id, lines);
        }
      }
    }
    return lines;
  }

  /** What could not be read; the rest went on. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  private List<RemotePullRequest> candidates(App app) {
    try {
      return forge.listOpen(app.repository()).items();
    } catch (ForgeException e) {
      problems.add(e.problem());
      return List.of();
    }
  }

  private void open(App app, PreviewId id, List<String> lines) {
    try {
      Opening.Delivered delivered =
          new Opening(
                  desk,
                  new PreviewSelection(Optional.of(app.name())),
                  new ForgeInquiry(forge, app.repository(), id.number(), desk.clock()),
                  digests,
                  Optional.empty(),
                  List.of())
              .run();
      lines.add(
          id
              + ": "
              + (desk.dryRun() ? "would be " : "")
              + delivered.outcome().word()
              + " (missing)");
    } catch (ProblemsException e) {
      if (e.fault() != Fault.REFUSED) {
        problems.addAll(e.problems());
      }
    }
  }
}
