package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFiles;
import java.util.Map;
import java.util.TreeMap;

/** A bundle without files of its own, of the objects that a test names. */
final class BareBundle {
  private BareBundle() {}

  /** What the app brings, and the overlay beside it, each by file. */
  static Bundle of(Map<String, String> own, Map<String, String> overlay) {
    BundleCase directory = BundleCase.directory();
    return new Bundle(
        directory.blueprint(),
        directory.facts("a".repeat(40)),
        "orders-pr-7",
        "pr-7-orders",
        new BundleFiles("", new TreeMap<>()),
        OverlayObjects.read(new TreeMap<>(own)),
        OverlayObjects.read(new TreeMap<>(overlay)),
        new TreeMap<>());
  }
}
