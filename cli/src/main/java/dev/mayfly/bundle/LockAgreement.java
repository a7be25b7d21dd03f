package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.image.ImageLock;
import dev.mayfly.image.LockCheck;
import dev.mayfly.platform.Image;
import dev.mayfly.preview.ImageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Each lock pins the app's images that name it, and to the digests that the preview runs. */
final class LockAgreement implements BundleCheck {
  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    Set<String> images = new TreeSet<>(bundle.app().imageNames().values());
    for (Map.Entry<String, ImageLock> lock : bundle.locks().entrySet()) {
      Map<String, Optional<ImageDigest>> expected = new TreeMap<>();
      for (Image image : bundle.app().images()) {
        if (image.lock().equals(Optional.of(lock.getKey()))) {
          ImageDigest given = bundle.facts().digests().get(image.id());
          // The target branch's lock gives way to what a pull request built.
          expected.put(
              image.name(), Optional.ofNullable(given).filter(g -> !image.mayBeUnchanged()));
        }
      }
      Problems problems = new Problems();
      LockCheck.check(lock.getValue(), expected, images, problems);
      findings.addAll(problems.sorted());
    }
  }
}
