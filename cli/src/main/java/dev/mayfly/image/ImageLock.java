package dev.mayfly.image;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.Notation;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.Syntax;
import dev.mayfly.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The lock file {@code image.ref.yaml}: written by CI in the pull request's branch, so untrusted.
 *
 * @param pins all that it pins, with the places
 */
public record ImageLock(Form form, List<Pin> pins, Node root) {
  private static final Syntax KIND = Syntax.of("ImageLock", "`ImageLock`");
  static final Syntax NAME =
      Syntax.of("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?", "a Kubernetes object name");
  private static final Syntax LINE = Syntax.of("[ -~]{0,256}", "a line of ASCII");

  /** How a lock file is written. Both are plain YAML; what reads it decides which one fits. */
  public enum Form {
    /** An object of the Kubernetes resource model, as kustomize's replacements select it. */
    KRM,
    /** A value file of a Helm chart: {@code image}, {@code images}, or both, and nothing else. */
    HELM
  }

  /** One pinned image; the name and the digest are where messages and edits point. */
  public record Pin(PinnedImage image, Location nameAt, ScalarNode digest) {}

  /**
   * Reads a lock file of either form strictly.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (rendering) with every problem found
   */
  public static ImageLock read(String path, byte[] bytes) {
    Node root = new YamlReader(Budget.LOCK).read(path, bytes).single(Fault.RENDERING);
    Problems problems = new Problems();
    boolean helm =
        root instanceof MapNode map && !map.has("kind") && (map.has("image") || map.has("images"));
    ImageLock document = helm ? helm(root, problems) : krm(root, problems);
    Set<String> names = new HashSet<>();
    for (Pin pin : document.pins) {
      if (!names.add(pin.image.name())) {
        problems.error("duplicate-entry", pin.nameAt, "duplicate image `" + pin.image.name() + "`");
      }
    }
    problems.throwIfAny(Fault.RENDERING);
    return document;
  }

  private static ImageLock krm(Node root, Problems problems) {
    List<Optional<Pin>> pins;
    try (Fields lock = new Fields(root, problems)) {
      lock.text("apiVersion", Notation.API_VERSION);
      lock.text("kind", KIND);
      lock.requiredMap("metadata", ImageLock::name);
      pins = lock.requiredMap("spec", spec -> spec.maps("images", it -> pin(it, "name")));
    }
    return new ImageLock(Form.KRM, valid(pins), root);
  }

  private static String name(Fields metadata) {
    String name = metadata.text("name", NAME);
    metadata.textMap("annotations", LINE, LINE);
    metadata.textMap("labels", LINE, LINE);
    return name;
  }

  private static ImageLock helm(Node root, Problems problems) {
    List<Optional<Pin>> pins = new ArrayList<>();
    try (Fields values = new Fields(root, problems)) {
      values.map("image", it -> pin(it, "repository")).ifPresent(pins::add);
      for (MapNode.Entry image : values.freeMap("images").map(MapNode::entries).orElse(List.of())) {
        try (Fields fields = new Fields(image.value(), problems)) {
          pins.add(pin(fields, "repository"));
        }
      }
    }
    return new ImageLock(Form.HELM, valid(pins), root);
  }

  private static List<Pin> valid(List<Optional<Pin>> pins) {
    return pins.stream().flatMap(Optional::stream).toList();
  }

  private static Optional<Pin> pin(Fields image, String nameKey) {
    String name = image.text(nameKey, PinnedImage.LOCKED_NAME);
    Location nameAt = image.location(nameKey);
    String digest = image.text("digest", Notation.DIGEST);
    Node scalar = image.raw("digest");
    return ImageDigest.parse(digest)
        .map(d ->
            new Pin(new PinnedImage(name, d), nameAt, (ScalarNode) Objects.requireNonNull(scalar)));
  }

  public List<PinnedImage> images() {
    return pins.stream().map(Pin::image).toList();
  }

  /** Where each image's name stands. */
  Map<String, Location> places() {
    Map<String, Location> places = new TreeMap<>();
    pins.forEach(pin -> places.put(pin.image().name(), pin.nameAt()));
    return places;
  }

  /** The file as a whole, for what it lacks. */
  Location location() {
    return Location.of(root.location().source());
  }
}
