package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.BundleReach;
import dev.mayfly.bundle.build.BundleTree;
import dev.mayfly.bundle.build.RenderTool;
import dev.mayfly.delivery.Proof;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreePath;
import dev.mayfly.image.ImageLock;
import dev.mayfly.manifest.BundlePin;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.BundleOrigin;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.yaml.Budget;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Refuses a preview whose bundle is not proven, as it is where Argo CD will read it; without a
 * checkout.
 *
 * @param warnings take what is worth saying and stops nothing
 */
public record BundleProof(BundleSources sources, RenderTool tool, Consumer<List<Problem>> warnings)
    implements Proof {
  @Override
  public void prove(Overlay overlay, PreviewFacts facts, SortedMap<String, String> files) {
    Blueprint blueprint = overlay.blueprint();
    App app = blueprint.app();
    Read read = read(app, facts);
    List<Problem> problems =
        BundleChecks.run(blueprint, facts, read.bundle(), read.locks(), files, tool);
    if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
      throw new ProblemsException(Fault.REFUSED, problems);
    }
    if (!problems.isEmpty()) {
      warnings.accept(problems);
    }
  }

  /** The bundle, and the lock files of the pull request. */
  private record Read(BundleFiles bundle, SortedMap<String, ImageLock> locks) {}

  private Read read(App app, PreviewFacts facts) {
    BundleOrigin origin = app.bundle().origin();
    boolean locked = app.images().stream().anyMatch(image -> image.lock().isPresent());
    if (!origin.isPullRequests() && !locked) {
      return new Read(elsewhere(app, facts), new TreeMap<>());
    }
    try (RemoteRepository repository = sources.pullRequests(app)) {
      Snapshot head = repository.fetch(facts.pullRequest().headSha());
      SortedMap<String, ImageLock> locks = locks(head, app);
      return new Read(
          origin.isPullRequests()
              ? BundleReach.read(BundleTree.of(head), app.bundle())
              : elsewhere(app, facts),
          locks);
    }
  }

  /**
   * The lock files that one commit has; what has no lock is given by hand, or found missing later.
   */
  private static SortedMap<String, ImageLock> locks(Snapshot head, App app) {
    SortedMap<String, ImageLock> locks = new TreeMap<>();
    List<TreePath> wanted = app.lockFiles().stream().map(TreePath::written).toList();
    head.readAll(wanted, Budget.LOCK.bytes())
        .forEach(
            (path, bytes) -> locks.put(path.toString(), ImageLock.read(path.toString(), bytes)));
    return locks;
  }

  private BundleFiles elsewhere(App app, PreviewFacts facts) {
    return switch (app.bundle().origin()) {
      case BundleOrigin.PullRequest ignored ->
          throw new IllegalStateException("it is read at the head");
      case BundleOrigin.GitOpsFolder ignored -> {
        try (RemoteRepository gitops = sources.gitops()) {
          yield BundleReach.read(BundleTree.of(sources.tip(gitops)), app.bundle());
        }
      }
      case BundleOrigin.Repository repository -> {
        CommitSha commit =
            facts
                .bundle()
                .map(BundlePin::revision)
                .orElseGet(() -> new CommitSha(repository.revision()));
        try (RemoteRepository other = sources.other(repository)) {
          yield BundleReach.read(BundleTree.of(other.fetch(commit)), app.bundle());
        }
      }
      case BundleOrigin.Registry registry -> sources.chart(registry);
    };
  }
}
