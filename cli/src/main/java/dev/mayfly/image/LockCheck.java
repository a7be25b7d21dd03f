package dev.mayfly.image;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.preview.ImageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Whether a lock file pins exactly the images that it should. */
public final class LockCheck {
  private LockCheck() {}

  /**
   * Compares a lock with what is expected of it.
   *
   * @param expected the names it must pin, with their digests where those are known
   * @param elsewhere names that another lock file pins, if it is not expected here
   */
  public static void check(
      ImageLock lock,
      Map<String, Optional<ImageDigest>> expected,
      Set<String> elsewhere,
      Problems problems) {
    Map<String, Location> places = lock.places();
    Map<String, ImageDigest> pinned = new TreeMap<>();
    for (PinnedImage image : lock.images()) {
      String name = image.name();
      pinned.put(name, image.digest());
      if (!expected.containsKey(name)) {
        boolean unread = elsewhere.contains(name);
        boolean impostor = isImpostor(name, expected.keySet());
        String id = unread ? "unused-image" : impostor ? "foreign-image" : "unknown-image";
        String message =
            unread
                ? "the image `" + name + "` is pinned by another lock file and not read from here"
                : impostor
                    ? "the image `" + name + "` is in a foreign repository"
                    : "unknown image `" + name + "`";
        problems.error(
            id,
            places.get(name),
            message,
            unread || expected.isEmpty() ? "remove it" : NearMiss.hint(name, expected.keySet()));
      }
    }
    new TreeMap<>(expected)
        .forEach((name, digest) -> {
          if (!pinned.containsKey(name)) {
            problems.error(
                "missing-image",
                lock.location(),
                "the image `" + name + "` is missing from the lock file",
                "`mayfly pin --image " + name + "@sha256:...` pins it");
          } else if (digest.isPresent() && !digest.get().equals(pinned.get(name))) {
            problems.error(
                "digests-disagree",
                places.get(name),
                "the image `" + name + "` is pinned to another digest than the one given");
          }
        });
  }

  /** The last step of the name fits and the rest does not: the same image from someone else. */
  private static boolean isImpostor(String name, Set<String> expected) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return expected.stream().anyMatch(one -> one.endsWith("/" + last));
  }
}
