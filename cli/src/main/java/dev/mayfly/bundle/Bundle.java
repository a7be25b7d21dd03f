package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.image.ImageLock;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.manifest.PreviewHosts;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Blueprint;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Everything that a check may look at.
 *
 * @param application the name of the preview's Application
 * @param namespace the namespace of the preview
 * @param objects what would be applied; nothing where that is undecided
 * @param overlay the objects that Mayfly renders beside the bundle
 * @param locks the lock files by their paths in the app's repository
 */
record Bundle(
    Blueprint blueprint,
    PreviewFacts facts,
    String application,
    String namespace,
    BundleFiles files,
    List<BundleObject> objects,
    List<BundleObject> overlay,
    SortedMap<String, ImageLock> locks) {

  Bundle with(List<BundleObject> built) {
    return new Bundle(blueprint, facts, application, namespace, files, built, overlay, locks);
  }

  App app() {
    return blueprint.app();
  }

  /** The hosts that the preview answers for. */
  List<String> hosts() {
    return PreviewHosts.of(blueprint, facts);
  }

  /** The host of the app's route of this place in the list. */
  String host(int route) {
    return facts.bind(blueprint.names().hosts().get(route));
  }

  /** Whether an object is in the preview's namespace: it says so, or does not name any. */
  boolean isHome(BundleObject object) {
    return object.namespace().isEmpty() || object.namespace().equals(namespace);
  }

  /** What the bundle brings, and the overlay: an extra may be what the other part needs. */
  Stream<BundleObject> withOverlay() {
    return Stream.concat(objects.stream(), overlay.stream());
  }

  boolean isShared() {
    return blueprint.platform().namespace().isShared();
  }

  /**
   * Whether a name can only be this preview's: it is the Application's or its database's, or begins
   * with one of them and a hyphen. The admission policy has the same rule.
   */
  boolean isOwn(String text) {
    return prefixes().anyMatch(own -> text.equals(own) || text.startsWith(own + "-"));
  }

  private Stream<String> prefixes() {
    return Stream.concat(
        Stream.of(application),
        blueprint.names().database().map(database -> facts.bind(database.object())).stream());
  }
}
