package dev.mayfly.bundle;

import dev.mayfly.bundle.build.ArgoSettings;
import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.ObjectBuild;
import dev.mayfly.bundle.build.RenderTool;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.image.ImageLock;
import dev.mayfly.manifest.BundleSource;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.App;
import dev.mayfly.platform.AppBundle;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Platform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every check of a bundle, and the way to run them all. */
public final class BundleChecks {
  /** About the files alone; what they find keeps them from every other program. */
  static final List<BundleCheck> FILES =
      List.of(new ReadableFiles(), new SourceOverrides(), new ChartValueFiles());

  /** The same for one kind of bundle alone. */
  static final Map<AppBundle.Kind, List<BundleCheck>> FILES_OF_KIND =
      Map.of(
          AppBundle.Kind.KUSTOMIZE, List.of(new KustomizeReach()),
          AppBundle.Kind.HELM, List.of(new ChartParts(), new ChartDependencies()),
          AppBundle.Kind.DIRECTORY, List.of(new DirectoryLock()));

  /** About the objects that come of them. */
  static final List<BundleCheck> OBJECTS =
      List.of(
          new LockAgreement(),
          new PinnedImages(),
          new AllowedKinds(),
          new OwnNamespace(),
          new OverlayObjects(),
          new SteeringMetadata(),
          new DeletionHooks(),
          new EarlyHooks(),
          new FixedJobs(),
          new PodDependencies(),
          new RoutedService(),
          new ShutOut(),
          new CutOff(),
          new WorkloadBudget(),
          new OwnReferences(),
          new PodVolumes(),
          new PodBounds(),
          new InnerServices(),
          new OwnHosts(),
          new OwnTargets(),
          new OwnListener(),
          new OwnIngressClass(),
          new BroughtRoutes());

  /** The same beside production, in a namespace that all previews share. */
  static final List<BundleCheck> SHARED =
      List.of(new SharedNames(), new SharedSelectors(), new SharedPods());

  private BundleChecks() {}

  /**
   * All that is wrong with a bundle, and all that could not be decided.
   *
   * @param locks the lock files by their paths in the app's repository
   * @param overlay the files that Mayfly renders for the same preview, by name or path
   * @param tool the programs that render it, where they are at hand
   */
  public static List<Problem> run(
      Blueprint blueprint,
      PreviewFacts facts,
      BundleFiles files,
      SortedMap<String, ImageLock> locks,
      SortedMap<String, String> overlay,
      RenderTool tool) {
    Optional<String> lowered = blueprint.platform().admission().lowered();
    BundleFindings findings =
        new BundleFindings(lowered.isPresent() ? Severity.WARNING : Severity.ERROR);
    lowered.ifPresent(said ->
        findings.warning("undecided-lowered", null, said, "`admission.undecided: warn` says so"));
    Bundle bundle =
        new Bundle(
            blueprint,
            facts,
            facts.bind(blueprint.names().application()),
            facts.bind(blueprint.names().namespace()),
            files,
            List.of(),
            OverlayObjects.read(overlay),
            locks);
    AppBundle.Kind kind = blueprint.app().bundle().kind();
    FILES.forEach(check -> check.check(bundle, findings));
    FILES_OF_KIND.getOrDefault(kind, List.of()).forEach(check -> check.check(bundle, findings));
    if (!findings.hasErrors()) {
      ArgoSettings settings = settings(bundle);
      Bundle built = bundle.with(ObjectBuild.objects(kind, files, settings, tool, findings));
      OBJECTS.forEach(check -> check.check(built, findings));
      if (bundle.isShared()) {
        SHARED.forEach(check -> check.check(built, findings));
      }
    }
    return findings.sorted();
  }

  private static ArgoSettings settings(Bundle bundle) {
    Blueprint blueprint = bundle.blueprint();
    App app = bundle.app();
    boolean generator = blueprint.platform().gitops().isGenerator();
    boolean chart = app.bundle().kind() == AppBundle.Kind.HELM;
    Map<String, String> images = new TreeMap<>();
    if (!generator) {
      app.images()
          .forEach(image ->
              Optional.ofNullable(bundle.facts().digests().get(image.id()))
                  .ifPresent(digest -> images.put(image.name(), digest.text())));
    }
    List<String> valueFiles = chart ? BundleSource.valueFiles(blueprint) : List.of();
    Platform platform = blueprint.platform();
    return new ArgoSettings(
        platform.targets().argocd(),
        platform.targets().kubernetes(),
        bundle.namespace(),
        bundle.isShared() ? Optional.of(bundle.application() + "-") : Optional.empty(),
        images,
        bundle.isShared()
            ? Map.of(BundleSource.podLabel(blueprint), bundle.application())
            : Map.of(),
        platform.argocd().kustomizeBuildOptions(),
        bundle.application(),
        valueFiles,
        () -> BundleSource.values(blueprint, bundle.facts()));
  }
}
