package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;

/** Every file is there itself: a pointer of Git LFS stands for content that nobody has seen. */
final class ReadableFiles implements BundleCheck {
  private static final String POINTER = "version https://git-lfs.github.com/spec/";

  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    if (bundle.files().all().isEmpty()) {
      findings.error(
          "no-bundle",
          bundle.files().location(""),
          "there is no bundle at `" + bundle.app().bundle().path() + "`",
          "`apps[].bundle.path` names the folder in the app's repository");
    }
    for (String path : bundle.files().all().keySet()) {
      if (bundle.files().head(path).startsWith(POINTER)) {
        findings.error(
            "lfs-pointer",
            bundle.files().location(path),
            "the file is kept in Git LFS, so its content is not part of the commit",
            "commit the file itself");
      }
    }
  }
}
