package dev.mayfly.bundle;

import dev.mayfly.bundle.build.ArgoSettings;
import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.bundle.build.HelmTool;
import dev.mayfly.bundle.build.ObjectBuild;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.image.ImageLock;
import dev.mayfly.manifest.BoundBundle;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Blueprint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every check of a bundle, and the way to run them all. */
public final class BundleChecks {
  static final List<BundleCheck> ALL =
      List.of(
          new ReadableFiles(),
          new SourceOverrides(),
          new KustomizeReach(),
          new ChartParts(),
          new ChartDependencies(),
          new DirectoryLock(),
          new LockAgreement(),
          new PinnedImages(),
          new AllowedKinds(),
          new OwnNamespace(),
          new OverlayObjects(),
          new SteeringMetadata(),
          new DeletionHooks(),
          new EarlyHooks(),
          new WorkloadBudget(),
          new SharedNames(),
          new SharedPods(),
          new OwnReferences(),
          new PodVolumes(),
          new InnerServices(),
          new OwnHosts());

  private BundleChecks() {}

  /**
   * All that is wrong with a bundle, and all that could not be decided.
   *
   * @param locks the lock files by their paths in the app's repository
   * @param overlay the files that Mayfly renders for the same preview, by name or path
   */
  public static List<Problem> run(
      Blueprint blueprint,
      PreviewFacts facts,
      BundleFiles files,
      SortedMap<String, ImageLock> locks,
      SortedMap<String, String> overlay,
      HelmTool helm) {
    BundleFindings findings = new BundleFindings(blueprint.platform().namespace().isShared());
    BoundBundle names = BoundBundle.of(blueprint, facts);
    App.Bundle.Kind kind = blueprint.app().bundle().kind();
    ArgoSettings settings = settings(blueprint, facts, names, helm);
    List<BundleObject> objects = ObjectBuild.objects(kind, files, settings, helm, findings);
    Bundle bundle =
        new Bundle(
            blueprint,
            facts,
            names.application(),
            names.namespace(),
            files,
            objects,
            OverlayObjects.read(overlay),
            locks);
    ALL.forEach(check -> check.check(bundle, findings));
    return findings.sorted();
  }

  private static ArgoSettings settings(
      Blueprint blueprint, PreviewFacts facts, BoundBundle names, HelmTool helm) {
    App app = blueprint.app();
    boolean generator = blueprint.platform().gitops().isGenerator();
    boolean chart = app.bundle().kind() == App.Bundle.Kind.HELM;
    Map<String, String> images = new TreeMap<>();
    if (!generator) {
      app.images()
          .forEach(
              image ->
                  Optional.ofNullable(facts.digests().get(image.id()))
                      .ifPresent(digest -> images.put(image.name(), digest.text())));
    }
    int below = app.bundle().path().length() + 1;
    List<String> valueFiles =
        app.images().stream()
            .flatMap(image -> image.lock().stream())
            .filter(lock -> chart && generator && lock.length() > below)
            .map(lock -> lock.substring(below))
            .distinct()
            .toList();
    return new ArgoSettings(
        names.namespace(),
        blueprint.platform().namespace().isShared()
            ? Optional.of(names.application() + "-")
            : Optional.empty(),
        images,
        names.application(),
        valueFiles,
        blueprint.platform().targets().kubernetes().toString(),
        chart && helm != HelmTool.NONE ? BoundBundle.values(blueprint, facts) : Optional.empty());
  }
}
