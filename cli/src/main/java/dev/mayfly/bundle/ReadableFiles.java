package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.lint.RelativePath;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Every file is there itself: a pointer of Git LFS stands for content that nobody has seen. */
final class ReadableFiles implements BundleCheck {
  private static final String POINTER = "version https://git-lfs.github.com/spec/";

  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    if (bundle.files().all().keySet().stream().noneMatch(bundle.files()::isOwn)) {
      findings.error(
          "no-bundle",
          bundle.files().location(""),
          "there is no bundle at `" + bundle.app().bundle().path() + "`",
          bundle.app().bundle().origin().isPullRequests()
              ? "`apps[].bundle.path` names the folder in the app's repository"
              : "`apps[].bundle.path` names the folder in what `apps[].bundle.from` says");
    }
    twins(bundle, findings);
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

  /** Files or folders whose names a system that folds case takes for one. */
  private static void twins(Bundle bundle, BundleFindings findings) {
    Map<String, String> folded = new HashMap<>();
    for (String path : bundle.files().all().keySet()) {
      for (String part = path; !part.isEmpty(); part = RelativePath.parent(part)) {
        String twin =
            folded.putIfAbsent(part.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), part);
        if (twin != null && !twin.equals(part)) {
          findings.error(
              "case-twin",
              bundle.files().location(path),
              "`" + twin + "` and `" + part + "` have one name on some systems",
              "rename one of them");
        }
      }
    }
  }
}
