package dev.mayfly.image;

import dev.mayfly.diagnostic.Location;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The lock file {@code image.ref.yaml}: written by CI in the pull request's branch, so untrusted.
 */
public final class ImageLock {
  private final String path;
  private final LockDocument document;

  private ImageLock(String path, LockDocument document) {
    this.path = path;
    this.document = document;
  }

  /**
   * Reads a lock file of either form strictly.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (rendering) with every problem found
   */
  public static ImageLock read(String path, byte[] bytes) {
    return new ImageLock(path, LockDocument.read(path, bytes));
  }

  public List<PinnedImage> images() {
    return document.pins().stream().map(LockDocument.Pin::image).toList();
  }

  /** Where each image's name stands. */
  public Map<String, Location> places() {
    Map<String, Location> places = new TreeMap<>();
    document.pins().forEach(pin -> places.put(pin.image().name(), pin.nameAt()));
    return places;
  }

  /** The file as a whole, for what it lacks. */
  public Location location() {
    return Location.ofFile(path);
  }
}
