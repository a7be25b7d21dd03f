package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.RenderTool;
import dev.mayfly.delivery.Proof;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Blueprint;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Refuses a preview whose bundle, at the head commit, is not proven; without a checkout. */
public final class BundleProof implements Proof {
  private final Function<App, RemoteRepository> repositories;
  private final RenderTool tool;
  private final Consumer<List<Problem>> warnings;

  /**
   * A proof that reads the app's repository.
   *
   * @param repositories opens an app's repository; it is closed again after each proof
   * @param warnings takes what is worth saying and stops nothing
   */
  public BundleProof(
      Function<App, RemoteRepository> repositories,
      RenderTool tool,
      Consumer<List<Problem>> warnings) {
    this.repositories = repositories;
    this.tool = tool;
    this.warnings = warnings;
  }

  @Override
  public void prove(Overlay overlay, PreviewFacts facts, SortedMap<String, String> files) {
    Blueprint blueprint = overlay.blueprint();
    App app = blueprint.app();
    List<Problem> problems;
    try (RemoteRepository repository = repositories.apply(app)) {
      Snapshot head = repository.fetch(facts.pullRequest().headSha());
      BundleFiles bundle = BundleFiles.at(head, app.bundle().path());
      problems = BundleChecks.run(blueprint, facts, bundle, LockFiles.at(head, app), files, tool);
    }
    if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
      throw new ProblemsException(Fault.REFUSED, problems);
    }
    if (!problems.isEmpty()) {
      warnings.accept(problems);
    }
  }
}
