package dev.mayfly.image;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.Syntax;
import dev.mayfly.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The lock file {@code image.ref.yaml}: written by CI in the pull request's branch, so untrusted. */
public record ImageLock(String name, List<PinnedImage> images) {
  private static final Syntax API_VERSION =
      Syntax.of("apiVersion", "mayfly\\.dev/v1alpha1", "`mayfly.dev/v1alpha1`");
  private static final Syntax KIND = Syntax.of("lockKind", "ImageLock", "`ImageLock`");
  private static final Syntax NAME =
      Syntax.of("objectName", "[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?", "a Kubernetes object name");
  private static final Syntax IMAGE =
      Syntax.of(
          "imageName",
          "[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]+([._-]+[a-z0-9]+)*)+",
          "an image name with its registry, without tag or digest");
  private static final Syntax DIGEST =
      Syntax.of("digest", "sha256:[0-9a-f]{64}", "a digest of the form sha256:<64 lower-case hex>");
  private static final Syntax ANY = Syntax.of("annotation", "[ -~]{0,256}", "a line of ASCII");

  public ImageLock {
    images = List.copyOf(images);
  }

  /**
   * Reads a lock file strictly.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (rendering) with every problem found
   */
  public static ImageLock read(String path, byte[] bytes) {
    Node document = new YamlReader(Budget.UNTRUSTED).read(path, bytes).single(Fault.RENDERING);
    Problems problems = new Problems();
    ImageLock lock;
    try (Fields root = new Fields(document, problems)) {
      root.text("apiVersion", API_VERSION);
      root.text("kind", KIND);
      String name;
      try (Fields metadata = root.requiredMap("metadata")) {
        name = metadata.text("name", NAME);
        metadata.textMap("annotations", ANY, ANY);
        metadata.textMap("labels", ANY, ANY);
      }
      try (Fields spec = root.requiredMap("spec")) {
        lock = new ImageLock(name, images(spec, problems));
      }
    }
    problems.throwIfAny(Fault.RENDERING);
    return lock;
  }

  private static List<PinnedImage> images(Fields spec, Problems problems) {
    List<PinnedImage> images = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Fields written : spec.maps("images")) {
      try (Fields image = written) {
        String name = image.text("name", IMAGE);
        String digest = image.text("digest", DIGEST);
        if (!names.add(name)) {
          problems.error(
              "duplicate-entry",
              image.location("name"),
              "the image `" + name + "` stands twice");
        }
        ImageDigest.parse(digest).ifPresent(d -> images.add(new PinnedImage(name, d)));
      }
    }
    return images;
  }
}
