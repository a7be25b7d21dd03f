package dev.mayfly.bundle.build;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A replacement that copies the digest of a lock file into containers, the way {@code mayfly pin}
 * documents it (kustomize source, api/filters/replacement). Any other one is left to kustomize.
 */
final class PlainLock {
  private static final Pattern SOURCE =
      Pattern.compile("spec\\.images\\.\\[name=([a-z0-9./:_-]+)]\\.digest");

  private static final Pattern TARGET =
      Pattern.compile(
          "spec\\.template\\.spec\\.(containers|initContainers)\\.\\[name=([A-Za-z0-9-]+)]\\.image");

  private PlainLock() {}

  /** False where it is left to kustomize; the objects may be changed in part then. */
  static boolean apply(List<BundleObject> objects, Node replacement) {
    Optional<String> digest = digest(objects, replacement);
    return digest.isPresent()
        && replacement.at("targets") instanceof ListNode targets
        && targets.items().stream().allMatch(target -> put(objects, target, digest.get()));
  }

  private static Optional<String> digest(List<BundleObject> objects, Node replacement) {
    @Nullable Node source = replacement.at("source");
    Matcher path = SOURCE.matcher(replacement.textOrEmpty("source", "fieldPath"));
    if (source == null || !path.matches() || !source.textOrEmpty("kind").equals("ImageLock")) {
      return Optional.empty();
    }
    List<Node> images =
        objects.stream()
            .filter(object -> isMeant(source, object))
            .flatMap(object -> object.root().itemsAt("spec", "images").stream())
            .filter(image -> image.textOrEmpty("name").equals(path.group(1)))
            .toList();
    return images.size() == 1
        ? Optional.of(images.getFirst().textOrEmpty("digest")).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  private static boolean isMeant(Node selector, BundleObject object) {
    return object.kind().equals(selector.textOrEmpty("kind"))
        && object.name().equals(selector.textOrEmpty("name"));
  }

  /** A selector is a pattern to kustomize; only words without any are certain. */
  private static boolean put(List<BundleObject> objects, Node target, String digest) {
    @Nullable Node select = target.at("select");
    if (select == null
        || !select.textOrEmpty("kind").equals("Deployment")
        || !select.textOrEmpty("name").matches("[A-Za-z0-9-]+")
        || !target.textOrEmpty("options", "delimiter").equals("@")
        || !target.textOrEmpty("options", "index").equals("1")) {
      return false;
    }
    for (int i = 0; i < objects.size(); i++) {
      for (Node path : target.itemsAt("fieldPaths")) {
        Matcher field = TARGET.matcher(path instanceof ScalarNode scalar ? scalar.text() : "");
        if (!field.matches()) {
          return false;
        }
        if (isMeant(select, objects.get(i))) {
          Optional<BundleObject> pinned = pinned(objects.get(i), field, digest);
          if (pinned.isEmpty()) {
            return false;
          }
          objects.set(i, pinned.get());
        }
      }
    }
    return true;
  }

  /**
   * The name of a container is an unanchored pattern too, and a comment behind it counts (kyaml
   * source, PathMatcher), so only a list of one container is certain.
   */
  private static Optional<BundleObject> pinned(BundleObject object, Matcher field, String digest) {
    List<String> path = List.of("spec", "template", "spec", field.group(1));
    List<Node> containers = object.root().itemsAt(path.toArray(String[]::new));
    if (containers.size() != 1
        || !(containers.getFirst() instanceof MapNode container)
        || !container.textOrEmpty("name").equals(field.group(2))
        || !(container.get("image") instanceof ScalarNode image)
        || image.text().split("@", -1).length > 2) {
      return Optional.empty();
    }
    String text = image.text().split("@", -1)[0] + "@" + digest;
    Node changed =
        container.with(List.of("image"), new ScalarNode(text, image.plain(), image.location()));
    Node list = new ListNode(List.of(changed), container.location());
    return Optional.of(new BundleObject(object.root().with(path, list)));
  }
}
