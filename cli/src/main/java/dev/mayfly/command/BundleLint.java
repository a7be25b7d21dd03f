package dev.mayfly.command;

import dev.mayfly.bundle.BundleChecks;
import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleFolder;
import dev.mayfly.bundle.build.BundleReach;
import dev.mayfly.command.composition.Platforms;
import dev.mayfly.command.composition.RenderPrograms;
import dev.mayfly.command.option.AppOptions;
import dev.mayfly.command.option.BundleOptions;
import dev.mayfly.command.option.DigestOptions;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.Option;
import dev.mayfly.command.option.ValueOption;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.image.Digests;
import dev.mayfly.image.ImageLock;
import dev.mayfly.lint.Finding;
import dev.mayfly.manifest.BundlePin;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.App;
import dev.mayfly.platform.AppBundle;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Image;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.workspace.BoundedFile;
import dev.mayfly.workspace.Workspace;
import dev.mayfly.yaml.Budget;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code lint --bundle}: the proof of a bundle that lies in a folder, as the largest pull request
 * would be judged.
 */
final class BundleLint {
  static final ValueOption<String> APP =
      ValueOption.text("--app", "NAME", "the app whose bundle it is");

  static final ValueOption<String> BUNDLE =
      ValueOption.text(
          "--bundle", "DIR", "prove the deploy bundle in DIR instead of judging manifests");
  private static final ImageDigest NOT_BUILT = new ImageDigest("sha256:" + "0".repeat(64));

  private BundleLint() {}

  static void addTo(CommandSpec spec) {
    Option.add(spec, BUNDLE, APP);
    DigestOptions.addTo(spec);
    BundleOptions.addTo(spec);
  }

  static LintRun.Result run(Invocation invocation) {
    Workspace workspace = Platforms.workspace(invocation);
    LoadedPlatform loaded = Platforms.load(workspace, invocation.console());
    Blueprint blueprint = AppOptions.named(invocation, loaded);
    App app = blueprint.app();
    String shownAs = BUNDLE.in(invocation).orElse("").replaceFirst("/+$", "");
    Path folder = invocation.console().directory().resolve(shownAs);
    BundleFiles files = files(app, folder, shownAs);
    SortedMap<String, ImageLock> locks = locks(app, folder, shownAs);
    List<Problem> problems = new ArrayList<>();
    PreviewFacts facts = facts(app, digests(app, locks, invocation), problems);
    SortedMap<String, String> overlay = Overlay.of(blueprint, workspace.templates()).files(facts);
    problems.addAll(
        BundleChecks.run(blueprint, facts, files, locks, overlay, RenderPrograms.of(invocation)));
    List<Finding> findings = problems.stream().map(problem -> finding(problem, shownAs)).toList();
    return new LintRun.Result(findings, NothingFound.in(files.all().size()));
  }

  /**
   * The bundle in its checkout, where the folder's path shows where that begins; else the folder
   * alone.
   */
  private static BundleFiles files(App app, Path folder, String shownAs) {
    if (!Files.isDirectory(folder)) {
      throw Fault.REFUSED.error(
          "no-bundle", Location.ofFile(shownAs), "`" + shownAs + "` is not a folder", "");
    }
    String path = app.bundle().folder();
    Path whole = folder.toAbsolutePath().normalize();
    if (whole.endsWith(path) && shownAs.endsWith(path)) {
      String root = shownAs.substring(0, shownAs.length() - path.length()).replaceFirst("/$", "");
      return BundleReach.read(new BundleFolder(above(whole, path, ""), root), app.bundle());
    }
    return BundleReach.read(new BundleFolder(folder, shownAs), app.bundle().at(AppBundle.ROOT));
  }

  /** Locks lie in the bundle, or elsewhere in the checkout whose part the folder is. */
  private static SortedMap<String, ImageLock> locks(App app, Path folder, String shownAs) {
    SortedMap<String, ImageLock> locks = new TreeMap<>();
    if (!app.bundle().origin().isPullRequests()) {
      return locks; // they are the pull request's, which is not at hand
    }
    String bundle = app.bundle().folder();
    Path whole = folder.toAbsolutePath().normalize();
    boolean checkout = whole.endsWith(bundle);
    for (String lock : app.lockFiles()) {
      Optional<String> inside = app.bundle().inside(lock);
      String shown = inside.map(path -> shownAs + "/" + path).orElse(lock);
      Path file = inside.map(folder::resolve).orElseGet(() -> above(whole, bundle, lock));
      if ((inside.isPresent() || checkout)
          && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        byte[] bytes = BoundedFile.read(file, shown, Budget.LOCK, Fault.RENDERING);
        locks.put(lock, ImageLock.read(shown, bytes));
      }
    }
    return locks;
  }

  private static Path above(Path folder, String bundle, String lock) {
    Path root = folder;
    int depth = bundle.isEmpty() ? 0 : Path.of(bundle).getNameCount();
    for (int steps = depth; steps > 0; steps--) {
      root = Optional.ofNullable(root.getParent()).orElse(root);
    }
    return root.resolve(lock);
  }

  /** What is given on the command line, and else what the lock files say. */
  private static Map<String, ImageDigest> digests(
      App app, SortedMap<String, ImageLock> locks, Invocation invocation) {
    Digests locked = new Digests(app.imageNames());
    locks.forEach((path, lock) -> locked.addAll(lock, path));
    Map<String, ImageDigest> digests = new TreeMap<>(locked.byId());
    digests.putAll(DigestOptions.read(invocation, app));
    return digests;
  }

  /**
   * A digest that the Application sets is not known before the image is built, and changes nothing
   * of what else is judged. One that the bundle has to hold is.
   */
  private static PreviewFacts facts(
      App app, Map<String, ImageDigest> digests, List<Problem> problems) {
    for (Image image : app.images()) {
      if (!digests.containsKey(image.id()) && app.bundle().kind() != AppBundle.Kind.DIRECTORY) {
        digests.put(image.id(), NOT_BUILT);
        problems.add(
            Problem.warning(
                "digest-not-given",
                null,
                "image `" + image.id() + "` is judged without its digest",
                "give it with --image NAME@sha256:..., --lock FILE or --source DIR"));
      }
    }
    CommitSha some = new CommitSha("0".repeat(40));
    return new PreviewFacts(
            new PullRequest(app.repository(), PullRequestNumber.LARGEST, some),
            digests,
            Optional.of("latest"))
        .bundle(app.bundle().origin().followed().map(it -> BundlePin.of(it, some)));
  }

  private static Finding finding(Problem problem, String shownAs) {
    return Finding.of(
        problem,
        BundleFindings.isUndecided(problem) ? Finding.Verdict.UNVERIFIABLE : Finding.Verdict.PROVEN,
        Location.ofFile(shownAs));
  }
}
