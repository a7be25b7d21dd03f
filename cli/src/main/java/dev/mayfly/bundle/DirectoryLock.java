package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.ObjectBuild;

/** Argo CD applies every file of a plain directory, a lock file too, unless it is marked. */
final class DirectoryLock implements BundleCheck {
  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    bundle.app().lockFiles().stream()
        .flatMap(lock -> bundle.app().bundle().inside(lock).stream())
        .filter(path -> bundle.files().has(path))
        .filter(path -> !bundle.files().head(path).startsWith(ObjectBuild.SKIP_MARK))
        .forEach(path ->
            findings.error(
                "lock-rendered",
                bundle.files().location(path),
                "Argo CD would apply the lock file as a manifest",
                "begin it with `" + ObjectBuild.SKIP_MARK + "`, or move it out of the folder"));
  }
}
