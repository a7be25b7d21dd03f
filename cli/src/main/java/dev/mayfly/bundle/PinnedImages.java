package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.image.PinnedImage;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Image;
import dev.mayfly.preview.ImageName;
import dev.mayfly.preview.ImagePattern;
import dev.mayfly.preview.UntrustedText;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Whatever runs is one of the app's images at the digest that was built for this commit, or one
 * that pull requests do not build, which the bundle pins itself. Images are looked for in every
 * object by the keys that hold one: {@code image} in containers of all sorts, volumes and custom
 * resources, {@code imageName} in CloudNativePG's.
 */
final class PinnedImages implements BundleCheck {
  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    Set<String> used = new HashSet<>();
    for (BundleObject object : bundle.objects()) {
      if (!object.isFreeForm()) {
        look(object.root(), image -> used.add(judge(bundle, image, findings)), findings);
      }
    }
    for (BundleObject object : bundle.overlay()) {
      look(object.root(), image -> pinned(image, findings), findings);
    }
    if (!bundle.objects().isEmpty()) {
      bundle.app().images().stream()
          .filter(image -> !used.contains(image.name()))
          .forEach(image ->
              findings.warning(
                  "unused-image",
                  bundle.files().location(""),
                  "nothing in the bundle runs image `" + image.name() + "`",
                  "remove it from `apps[].images`, or use it"));
    }
  }

  private static void look(Node node, Consumer<ScalarNode> judge, BundleFindings findings) {
    switch (node) {
      case MapNode map ->
          map.entries().forEach(entry -> entry(entry.key().text(), entry.value(), judge, findings));
      case ListNode list -> list.items().forEach(item -> look(item, judge, findings));
      case ScalarNode ignored -> {}
    }
  }

  private static void entry(
      String key, Node value, Consumer<ScalarNode> judge, BundleFindings findings) {
    boolean image = key.equals("image") || key.equals("imageName");
    switch (value) {
      case MapNode catalogue when key.equals("imageCatalogRef") ->
          findings.undecided(
              catalogue.location(),
              "what a catalogue of images holds is not known here",
              "name the image by `imageName`");
      case ScalarNode scalar when image -> judge.accept(scalar);
      case MapNode map when image && map.get("reference") instanceof ScalarNode reference ->
          judge.accept(reference);
      case MapNode map when image ->
          findings.undecided(
              map.location(),
              "this image is put together by whatever reads the object",
              "write it as one text");
      default -> look(value, judge, findings);
    }
  }

  private static Optional<PinnedImage> pinned(ScalarNode node, BundleFindings findings) {
    Optional<PinnedImage> image = PinnedImage.parse(node.text());
    if (image.isEmpty()) {
      findings.error(
          "unpinned-image",
          node.location(),
          "the image `"
              + UntrustedText.clean(node.text(), 120)
              + (node.text().contains("@")
                  ? "` has no digest of sha256, 64 small hex digits, behind its name"
                  : "` is not pinned by digest"),
          "the app's own take the digest from the lock file or `--image`; write others as"
              + " NAME@sha256:... in the bundle");
    }
    return image;
  }

  /** The app's name of the image, or an empty text when it is none of its own that may run. */
  private static String judge(Bundle bundle, ScalarNode node, BundleFindings findings) {
    Optional<PinnedImage> image = pinned(node, findings);
    if (image.isEmpty()) {
      return "";
    }
    ImageName written = ImageName.of(image.get().name());
    Optional<Image> own =
        bundle.app().images().stream()
            .filter(it -> ImageName.of(it.name()).equals(written))
            .findFirst();
    if (own.isPresent()) {
      if (!image.get().digest().equals(bundle.facts().digests().get(own.get().id()))) {
        findings.error(
            "digests-disagree",
            node.location(),
            "image `" + own.get().name() + "` runs at another digest than the one that was built",
            "take the digest from the lock file");
      }
    } else if (bundle.app().thirdParty().stream()
        .noneMatch(pattern -> ImagePattern.of(pattern).matches(written))) {
      foreign(bundle.app(), image.get().name(), written, node.location(), findings);
    }
    return own.map(Image::name).orElse("");
  }

  private static void foreign(
      App app, String name, ImageName written, Location at, BundleFindings findings) {
    findings.error(
        "foreign-image",
        at,
        "app `" + app.name() + "` has no image `" + name + "`",
        NearMiss.hint(
            name,
            app.images().stream().map(Image::name).toList(),
            "an admin permits what pull requests do not build: `thirdParty: [" + written + "]`"));
  }
}
