package dev.mayfly.platform;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.yaml.Choice;
import java.util.Optional;

/** What each kind of bundle can be given. */
final class BundleLimits implements PlatformChecks.AppCheck {
  @Override
  public void check(Platform platform, App app, SourcePositions where, Problems problems) {
    if (app.bundle().kind() != AppBundle.Kind.HELM) {
      checkHelmOnly(app, where, problems);
    }
    checkValueFiles(app.bundle(), where, problems);
    if (app.resources().isEmpty()) {
      problems.add(
          Problem.warning(
              "no-kinds",
              where.of("resources"),
              "app `" + app.name() + "` may bring no kind, so every bundle is refused",
              "list what the bundle holds, such as `resources: [{group: apps, kind: Deployment}]`"));
    }
    if (app.bundle().kind() == AppBundle.Kind.DIRECTORY
        && !app.bundle().origin().isPullRequests()
        && !app.images().isEmpty()) {
      problems.error(
          "images-out-of-reach",
          where.of("images"),
          "nothing can give a digest to plain manifests that do not come with the pull request",
          "use a `kustomize` bundle, whose images Argo CD sets");
    }
    if (platform.gitops().isGenerator() && app.bundle().kind() == AppBundle.Kind.HELM) {
      checkLocks(app, where, problems);
    }
  }

  private static void checkHelmOnly(App app, SourcePositions where, Problems problems) {
    String kind = Choice.word(app.bundle().kind());
    if (app.values().isPresent()) {
      problems.error(
          "values-without-helm",
          where.of("values"),
          "`values` are for Helm bundles; this one is " + kind,
          "remove them, or use `bindings.config`");
    }
    if (!app.bundle().valueFiles().isEmpty()) {
      problems.error(
          "values-without-helm",
          where.of("bundle", "valueFiles"),
          "`valueFiles` are for Helm bundles; this one is " + kind,
          "remove them, or use `bindings.config`");
    }
    if (!app.bundle().dependencies().isEmpty()) {
      problems.error(
          "dependencies-without-helm",
          where.of("bundle", "dependencies"),
          "only a chart has `dependencies`; this bundle is " + kind,
          "remove them");
    }
    if (app.bundle().origin() instanceof BundleOrigin.Registry) {
      problems.error(
          "registry-without-helm",
          where.of("bundle", "from", "registry"),
          "a registry serves charts; this bundle is " + kind,
          "write `kind: helm`, or take the bundle from a repository");
    }
  }

  /** The order that is written is the order in which each file is put over those before it. */
  private static void checkValueFiles(AppBundle bundle, SourcePositions where, Problems problems) {
    boolean late = false;
    for (int k = 0; k < bundle.valueFiles().size(); k++) {
      ValueFile file = bundle.valueFiles().get(k);
      if (file instanceof ValueFile.InGitOps) {
        late = true;
      } else if (late) {
        problems.error(
            "value-file-order",
            where.of("bundle", "valueFiles", k),
            "files of the GitOps repository come to the chart together with `values`, so they are"
                + " put over this one",
            "write those of the GitOps repository last");
      }
      if (file instanceof ValueFile.InRepository
          && bundle.origin() instanceof BundleOrigin.Registry) {
        problems.error(
            "value-file-out-of-reach",
            where.of("bundle", "valueFiles", k),
            "a chart of a registry lies in no repository",
            "name a file of the chart, or `{gitops: PATH}`");
      }
    }
  }

  /** Argo CD reads value files inside the chart only, unless a third source is referred to. */
  private static void checkLocks(App app, SourcePositions where, Problems problems) {
    if (!app.bundle().origin().isPullRequests()) {
      return;
    }
    for (int k = 0; k < app.images().size(); k++) {
      Optional<String> lock = app.images().get(k).lock();
      if (lock.isPresent() && app.bundle().inside(lock.get()).isEmpty()) {
        problems.error(
            "lock-outside-chart",
            where.of("images", k, "lock"),
            "the lock is a value file of the chart, so it must lie below `"
                + app.bundle().path()
                + "/`",
            "move it, or use `gitops.delivery: overlay`");
      }
    }
  }
}
