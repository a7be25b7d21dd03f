package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.preview.ImageName;
import dev.mayfly.preview.ImagePattern;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which images an app may run, told in a way that says something. */
final class ImageLimits implements PlatformChecks.AppCheck {
  @Override
  public void check(Platform platform, App app, SourcePositions where, Problems problems) {
    Set<ImageName> seen = new HashSet<>();
    app.images().forEach(image -> seen.add(ImageName.of(image.name())));
    List<String> patterns = app.thirdParty();
    for (int k = 0; k < patterns.size(); k++) {
      check(patterns.get(k), seen, where.of("thirdParty", k), problems);
    }
    if (platform.gitops().isGenerator()) {
      unchanged(app, where, problems);
    }
  }

  private static void check(String written, Set<ImageName> seen, Location at, Problems problems) {
    ImagePattern pattern = ImagePattern.of(written);
    if (pattern.isOpen()) {
      problems.error(
          "open-image-pattern",
          at,
          "`"
              + written
              + "` matches the images of everybody at `"
              + pattern.name().registry()
              + "`",
          "name whose images: `" + pattern.name().registry() + "/OWNER/*`");
    }
    if (!seen.add(pattern.name())) {
      problems.error(
          "duplicate-entry",
          at,
          "duplicate image `" + pattern + "`",
          "an image is one of `images`, which pull requests build, or of `thirdParty`, once");
    }
  }

  private static void unchanged(App app, SourcePositions where, Problems problems) {
    for (int k = 0; k < app.images().size(); k++) {
      if (app.images().get(k).mayBeUnchanged()) {
        problems.error(
            "generator-unchanged-image",
            where.of("images", k, "unchanged"),
            "the generator takes every digest from a lock file, so there is no other to keep",
            "remove `unchanged`, or use `gitops.delivery: overlay`");
      }
    }
  }
}
