package dev.mayfly.image;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.preview.ImageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the digests of an app's images from several places, which must agree: a digest that is
 * quietly overruled would deploy something else than what was built.
 */
public final class Digests {
  private final Map<String, String> namesById;
  private final Map<String, ImageDigest> byId = new TreeMap<>();
  private final Map<String, String> givenBy = new LinkedHashMap<>();

  /** Starts empty, for the images of an app: names by id. */
  public Digests(Map<String, String> namesById) {
    this.namesById = new TreeMap<>(namesById);
  }

  /** Adds {@code NAME@sha256:...}, where NAME is the image's name or its id. */
  public void add(String reference, String givenByWhat) {
    PinnedImage image =
        PinnedImage.parse(reference)
            .orElseThrow(() ->
                Fault.RENDERING.error(
                    "image-reference",
                    "`" + givenByWhat + "` is not an image pinned by digest",
                    "write NAME@sha256:<64 lower-case hex digits>"));
    add(image, givenByWhat, null);
  }

  /** Adds every image of a lock file. */
  public void addAll(ImageLock lock, String path) {
    for (PinnedImage image : lock.images()) {
      add(image, path, Location.ofFile(path));
    }
  }

  private void add(PinnedImage image, String givenByWhat, @Nullable Location location) {
    Optional<String> id = idOf(image.name());
    if (id.isEmpty()) {
      throw Fault.RENDERING.error(
          "foreign-image",
          location,
          "the app has no image `" + image.name() + "`",
          NearMiss.hint(image.name(), namesById.values()));
    }
    ImageDigest before = byId.putIfAbsent(id.get(), image.digest());
    if (before != null && !before.equals(image.digest())) {
      throw Fault.RENDERING.error(
          "digests-disagree",
          "`%s` and `%s` give different digests for image `%s`"
              .formatted(givenBy.get(id.get()), givenByWhat, id.get()),
          "give one, or make them agree");
    }
    givenBy.putIfAbsent(id.get(), givenByWhat);
  }

  private Optional<String> idOf(String name) {
    if (namesById.containsKey(name)) {
      return Optional.of(name);
    }
    // By its keys: a stream over entries of a sorted map links a lambda at each start (ADR 0005).
    return namesById.keySet().stream().filter(id -> name.equals(namesById.get(id))).findFirst();
  }

  /** The digests by image id, as far as any were given. */
  public Map<String, ImageDigest> byId() {
    return Map.copyOf(byId);
  }
}
