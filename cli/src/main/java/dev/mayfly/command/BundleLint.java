package dev.mayfly.command;

import dev.mayfly.bundle.BundleChecks;
import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleFolder;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.image.Digests;
import dev.mayfly.image.ImageLock;
import dev.mayfly.lint.Finding;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.workspace.BoundedFile;
import dev.mayfly.workspace.Workspace;
import dev.mayfly.yaml.Budget;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code lint --bundle}: the proof of a bundle that lies in a folder, as the largest pull request
 * would be judged.
 */
final class BundleLint {
  static final String OPTION = "--bundle";

  private BundleLint() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.value(
            OPTION, "DIR", "prove the deploy bundle in DIR instead of judging manifests"));
    spec.addOption(Options.value("--app", "NAME", "the app whose bundle it is"));
    BundleOptions.addTo(spec);
  }

  static List<Finding> findings(ParseResult parsed, Console console) {
    Workspace workspace = Platforms.workspace(parsed, console);
    LoadedPlatform loaded = Platforms.load(workspace, console);
    Blueprint blueprint = PreviewOptions.named(parsed, loaded);
    App app = blueprint.app();
    String shownAs = parsed.matchedOptionValue(OPTION, "").replaceFirst("/+$", "");
    Path folder = console.directory().resolve(shownAs);
    BundleFiles files = BundleFolder.read(folder, shownAs);
    SortedMap<String, ImageLock> locks = locks(app, folder, shownAs);
    PreviewFacts facts = facts(app, locks);
    SortedMap<String, String> overlay = Overlay.of(blueprint, workspace.templates()).files(facts);
    return BundleChecks.run(
            blueprint, facts, files, locks, overlay, BundleOptions.tool(parsed, console))
        .stream()
        .map(problem -> finding(problem, shownAs))
        .toList();
  }

  /** Locks lie in the bundle, or elsewhere in the checkout whose part the folder is. */
  private static SortedMap<String, ImageLock> locks(App app, Path folder, String shownAs) {
    SortedMap<String, ImageLock> locks = new TreeMap<>();
    String bundle = app.bundle().path();
    Path whole = folder.toAbsolutePath().normalize();
    boolean checkout = whole.endsWith(bundle);
    for (String lock : app.images().stream().flatMap(i -> i.lock().stream()).toList()) {
      boolean inside = lock.startsWith(bundle + "/");
      String shown = inside ? shownAs + lock.substring(bundle.length()) : lock;
      Path file =
          inside ? folder.resolve(lock.substring(bundle.length() + 1)) : above(whole, bundle, lock);
      if ((inside || checkout) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        byte[] bytes = BoundedFile.read(file, shown, Budget.LOCK, Fault.RENDERING);
        locks.put(lock, ImageLock.read(shown, bytes));
      }
    }
    return locks;
  }

  private static Path above(Path folder, String bundle, String lock) {
    Path root = folder;
    for (int steps = Path.of(bundle).getNameCount(); steps > 0; steps--) {
      root = Optional.ofNullable(root.getParent()).orElse(root);
    }
    return root.resolve(lock);
  }

  private static PreviewFacts facts(App app, SortedMap<String, ImageLock> locks) {
    Map<String, String> names = new TreeMap<>();
    app.images().forEach(image -> names.put(image.id(), image.name()));
    Digests digests = new Digests(names);
    locks.forEach((path, lock) -> digests.addAll(lock, path));
    return new PreviewFacts(
        new PullRequest(app.repository(), PullRequestNumber.LARGEST, new CommitSha("0".repeat(40))),
        digests.byId(),
        Optional.of("latest"));
  }

  private static Finding finding(Problem problem, String shownAs) {
    Location at = problem.location();
    return new Finding(
        problem.id(),
        problem.severity(),
        problem.id().equals(BundleFindings.UNDECIDED) && problem.severity() != Severity.ERROR
            ? Finding.Verdict.UNVERIFIABLE
            : Finding.Verdict.PROVEN,
        at == null ? Location.ofFile(shownAs) : at,
        "",
        problem.message(),
        problem.hint(),
        List.of());
  }
}
